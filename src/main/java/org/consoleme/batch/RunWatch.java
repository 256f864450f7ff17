package org.consoleme.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRunner;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the runs of this node: renews their leases, obeys stop wishes, writes down how they
 * ended, and starts what follows. Asked every second; a store that does not answer is asked again.
 */
@Single
public class RunWatch {
    private static final Duration RENEW_AFTER = Duration.ofSeconds(15);
    private static final Duration ASK_AFTER = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final JobOperator operator;
    private final JobRuns runs;
    private final LocalRuns local;
    private final JobRunner runner;
    private final JobMeters meters;
    private final Clock clock;

    @Inject
    public RunWatch(
            JobOperator operator,
            JobRuns runs,
            LocalRuns local,
            JobRunner runner,
            JobMeters meters,
            Clock clock) {
        this.meters = meters;
        this.operator = operator;
        this.runs = runs;
        this.local = local;
        this.runner = runner;
        this.clock = clock;
    }

    void look() {
        for (LocalRun run : local.all()) {
            try {
                look(run, clock.instant());
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("job", run.run().job())
                        .addKeyValue("execution", run.run().id())
                        .setCause(e)
                        .log("job watch interrupted, will look again");
            }
        }
    }

    private void look(LocalRun run, Instant now) {
        if (!now.isBefore(run.renewed().plus(RENEW_AFTER)) && !keeps(run, now)) {
            BatchCalls.stop(operator, run);
        }
        JobExecution execution = operator.getJobExecution(run.execution());
        JobRun.BatchStatus status = JobRun.BatchStatus.valueOf(execution.getBatchStatus().name());
        if (status.ended()) {
            end(run, status, String.valueOf(execution.getExitStatus()), now);
        } else if (!now.isBefore(run.polled().plus(ASK_AFTER))) {
            run.polledAt(now);
            if (runs.find(run.run().id()).map(JobRun::stopWished).orElse(false)) {
                BatchCalls.stop(operator, run);
            }
        }
    }

    /** A lease that could not be renewed is ours still, until its life is over. */
    private boolean keeps(LocalRun run, Instant now) {
        try {
            if (run.lease().renew()) {
                run.renewedAt(now);
                return true;
            }
        } catch (ProblemException e) {
            if (now.isBefore(run.renewed().plus(BatchJobRunner.LEASE_LIFE))) {
                return true;
            }
        }
        LOG.atWarn()
                .addKeyValue("job", run.run().job())
                .addKeyValue("execution", run.run().id())
                .log("job lease lost, stopping");
        return false;
    }

    private void end(LocalRun run, JobRun.BatchStatus status, String exitStatus, Instant now) {
        JobRun record = runs.find(run.run().id()).orElse(run.run());
        runs.save(RunRecord.ended(record, status, exitStatus, now));
        local.remove(run);
        run.lease().close();
        meters.ended(record, outcome(status, exitStatus), now);
        LOG.atInfo()
                .addKeyValue("job", record.job())
                .addKeyValue("execution", record.id())
                .addKeyValue("status", exitStatus)
                .addKeyValue("tookMs", Duration.between(record.startedAt(), now).toMillis())
                .log("job ended");
        if (status == JobRun.BatchStatus.COMPLETED) {
            JobCatalog.of(record.job()).follower().ifPresent(next -> follow(record, next));
        }
    }

    /** A label: none of what an exit status may say besides. */
    private static String outcome(JobRun.BatchStatus status, String exitStatus) {
        return status == JobRun.BatchStatus.COMPLETED && exitStatus.startsWith(JobRun.PARTIAL)
                ? "partial"
                : status.name().toLowerCase(Locale.ROOT);
    }

    private void follow(JobRun ended, JobId next) {
        try {
            runner.start(next, ended.startedBy(), Map.of());
        } catch (ProblemException e) {
            LOG.atInfo()
                    .addKeyValue("job", next)
                    .addKeyValue("reason", e.problem().sentence())
                    .log("following job not started");
        }
    }
}
