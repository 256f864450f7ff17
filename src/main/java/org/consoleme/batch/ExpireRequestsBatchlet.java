package org.consoleme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.requests.ExpireRequests;

/** The step of the job {@code expire-requests}. Its audit rows name the run. */
@Named("expireRequests")
@Dependent
public class ExpireRequestsBatchlet extends AbstractBatchlet {
    private final ExpireRequests useCase;
    private final JobContext job;
    private final String run;

    @Inject
    public ExpireRequestsBatchlet(
            ExpireRequests useCase, JobContext job, @BatchProperty(name = "run") String run) {
        this.useCase = useCase;
        this.job = job;
        this.run = run;
    }

    @Override
    public String process() {
        Origin origin =
                new Origin(JobCatalog.EXPIRE_REQUESTS.value(), Door.BATCH, run, Optional.empty());
        return Work.in(job, () -> useCase.handle(origin));
    }
}
