package org.consoleme.batch;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Delivery;

/** The step of the job {@code deliver-events}: turns until nothing is due, or it is to stop. */
@Named("deliverEvents")
@Dependent
public class DeliverEventsBatchlet implements Batchlet {
    /** What is put off for seconds comes back; the next run has it. */
    private static final int MOST_TURNS = 100;

    private final DeliverEvents useCase;
    private final OutboxMeters meters;
    private final JobContext job;
    private volatile boolean stopped;

    @Inject
    public DeliverEventsBatchlet(DeliverEvents useCase, OutboxMeters meters, JobContext job) {
        this.useCase = useCase;
        this.meters = meters;
        this.job = job;
    }

    @Override
    public String process() {
        return Work.in(job, this::deliver);
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void deliver() {
        for (int turn = 0; turn < MOST_TURNS && !stopped; turn++) {
            Delivery delivery = useCase.handle();
            meters.count(delivery);
            if (delivery.isEmpty()) {
                return;
            }
        }
    }
}
