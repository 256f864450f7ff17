package org.consoleme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consoleme.inventory.Aggregate;

/** The step of the job {@code aggregate}. */
@Named("aggregate")
@Dependent
public class AggregateBatchlet extends AbstractBatchlet {
    private final Aggregate useCase;
    private final JobContext job;

    @Inject
    public AggregateBatchlet(Aggregate useCase, JobContext job) {
        this.useCase = useCase;
        this.job = job;
    }

    @Override
    public String process() {
        return Work.in(job, useCase::handle);
    }
}
