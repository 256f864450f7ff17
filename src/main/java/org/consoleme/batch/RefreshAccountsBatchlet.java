package org.consoleme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consoleme.accounts.RefreshAccounts;

/** The step of the job {@code accounts}. */
@Named("refreshAccounts")
@Dependent
public class RefreshAccountsBatchlet extends AbstractBatchlet {
    private final RefreshAccounts useCase;
    private final JobContext job;

    @Inject
    public RefreshAccountsBatchlet(RefreshAccounts useCase, JobContext job) {
        this.useCase = useCase;
        this.job = job;
    }

    @Override
    public String process() {
        return Work.in(job, useCase::handle);
    }
}
