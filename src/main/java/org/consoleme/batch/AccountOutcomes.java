package org.consoleme.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.ProblemException;

/**
 * Sums the accounts up once all partitions ended: COMPLETED, PARTIAL if some failed, FAILED if
 * nothing worked. It counts the run's record, which holds those accounts too that were done before
 * a restart; an outcome that could not be recorded counts as failed.
 */
@Named("accountOutcomes")
@Dependent
public class AccountOutcomes implements StepListener {
    private final JobRuns runs;
    private final StepContext step;
    private final String run;

    @Inject
    public AccountOutcomes(
            JobRuns runs, StepContext step, @BatchProperty(name = "run") String run) {
        this.runs = runs;
        this.step = step;
        this.run = run;
    }

    @Override
    public void beforeStep() {
        // Nothing is known yet.
    }

    @Override
    public void afterStep() {
        switch (step.getBatchStatus()) {
            case STOPPING, STOPPED, FAILED -> {
                // Batch itself says how that ends.
            }
            default -> step.setExitStatus(sum());
        }
    }

    private String sum() {
        try {
            return runs.find(run).map(record -> sum(record.accounts())).orElse(JobRun.PARTIAL);
        } catch (ProblemException e) {
            return JobRun.PARTIAL;
        }
    }

    static String sum(List<AccountOutcome> outcomes) {
        List<AccountOutcome> read =
                outcomes.stream().filter(o -> o.state() != AccountOutcome.State.SKIPPED).toList();
        long completed =
                read.stream().filter(o -> o.state() == AccountOutcome.State.COMPLETED).count();
        if (completed == read.size()) {
            return "COMPLETED";
        }
        return completed == 0 ? "FAILED" : JobRun.PARTIAL;
    }
}
