package org.consoleme.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consoleme.accounts.RefreshAccounts;
import org.consoleme.operations.JobRun;

/** The step of the job {@code accounts}. */
@Named("refreshAccounts")
@Dependent
public class RefreshAccountsBatchlet extends AbstractBatchlet {
    private final RefreshAccounts useCase;
    private final JobContext job;
    private final String acceptDrop;

    @Inject
    public RefreshAccountsBatchlet(
            RefreshAccounts useCase,
            JobContext job,
            @BatchProperty(name = "acceptDrop") String acceptDrop) {
        this.useCase = useCase;
        this.job = job;
        this.acceptDrop = acceptDrop;
    }

    @Override
    public String process() {
        return Work.in(job, this::refresh);
    }

    private void refresh() {
        RefreshAccounts.Refreshed refreshed = useCase.handle(Boolean.parseBoolean(acceptDrop));
        if (refreshed.unplaced() > 0) {
            job.setExitStatus(
                    JobRun.PARTIAL
                            + ": the organizational units of "
                            + refreshed.unplaced()
                            + " accounts cannot be read, the last known stay; of "
                            + refreshed.list().unplaced()
                            + " they were never known");
        }
    }
}
