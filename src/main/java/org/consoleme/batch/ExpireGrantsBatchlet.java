package org.consoleme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consoleme.access.ExpireGrants;

/** The step of the job {@code expire-grants}. */
@Named("expireGrants")
@Dependent
public class ExpireGrantsBatchlet extends AbstractBatchlet {
    private final ExpireGrants useCase;
    private final JobContext job;

    @Inject
    public ExpireGrantsBatchlet(ExpireGrants useCase, JobContext job) {
        this.useCase = useCase;
        this.job = job;
    }

    @Override
    public String process() {
        return Work.in(job, useCase::handle);
    }
}
