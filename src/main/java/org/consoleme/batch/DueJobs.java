package org.consoleme.batch;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.consoleme.accounts.Accounts;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what is due, and takes up what lost its process. Asked every few seconds on every node;
 * the lease decides who runs.
 */
@Single
public class DueJobs {
    static final String STARTED_BY = "schedule";
    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

    private final BatchJobRunner runner;
    private final Recovery recovery;
    private final LocalRuns local;
    private final JobRuns runs;
    private final Accounts accounts;
    private final AccountIndexes indexes;
    private final ScheduleRule rule;
    private final JobMeters meters;
    private final Clock clock;

    @Inject
    public DueJobs(
            BatchJobRunner runner,
            Recovery recovery,
            LocalRuns local,
            JobRuns runs,
            Accounts accounts,
            AccountIndexes indexes,
            ScheduleRule rule,
            JobMeters meters,
            Clock clock) {
        this.meters = meters;
        this.runner = runner;
        this.recovery = recovery;
        this.local = local;
        this.runs = runs;
        this.accounts = accounts;
        this.indexes = indexes;
        this.rule = rule;
        this.clock = clock;
    }

    /** What was begun comes before what is due, else a new run would take its place. */
    void look() {
        for (JobCatalog.Definition definition : JobCatalog.ALL) {
            safely(definition.job(), this::recover);
        }
        for (JobCatalog.Definition definition : JobCatalog.ALL) {
            safely(definition.job(), this::startIfDue);
        }
    }

    private static void safely(JobId job, Consumer<JobId> step) {
        try {
            step.accept(job);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("job", job)
                    .setCause(e)
                    .log("schedule interrupted, will look again");
        }
    }

    private void recover(JobId job) {
        if (local.find(job).isEmpty() && hasInput(job)) {
            latest(job).filter(run -> !run.batchStatus().ended()).ifPresent(recovery::takeUp);
        }
    }

    /** The end of {@code accounts} starts {@code account-iam}: it waits for a run under way. */
    private void startIfDue(JobId job) {
        boolean follows =
                job.equals(JobCatalog.ACCOUNT_IAM) && local.find(JobCatalog.ACCOUNTS).isPresent();
        if (!follows && local.find(job).isEmpty() && hasInput(job) && isDue(job, latest(job))) {
            start(job);
        }
    }

    private Optional<JobRun> latest(JobId job) {
        Optional<JobRun> latest = runs.latest(job, 1).stream().findFirst();
        latest.ifPresent(meters::seen);
        return latest;
    }

    private boolean isDue(JobId job, Optional<JobRun> latest) {
        return rule.next(job, latest).filter(at -> !at.isAfter(clock.instant())).isPresent();
    }

    /** Without what the job before it makes, a job waits to be started by that one's end. */
    private boolean hasInput(JobId job) {
        if (job.equals(JobCatalog.ACCOUNT_IAM)) {
            return !accounts.current().accounts().isEmpty();
        }
        return !job.equals(JobCatalog.AUTHORIZATION) || !indexes.versions().isEmpty();
    }

    private void start(JobId job) {
        try {
            runner.start(job, STARTED_BY, Map.of());
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Conflict)) {
                throw e;
            }
        }
    }
}
