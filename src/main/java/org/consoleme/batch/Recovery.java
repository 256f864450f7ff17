package org.consoleme.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRuns;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up runs whose process went away. This node's own are restarted where Batch left them, so
 * that accounts that were done are not read again; another node's are failed and begun anew once
 * their lease is free.
 */
@Single
public class Recovery {
    static final String STARTED_BY = "recovery";

    /** A run that brings its process down every time is given up. */
    private static final int MOST_EXECUTIONS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final JobOperator operator;
    private final BatchJobRunner runner;
    private final JobRuns runs;
    private final LocalRuns local;
    private final BatchSettings settings;
    private final Clock clock;

    @Inject
    public Recovery(
            JobOperator operator,
            BatchJobRunner runner,
            JobRuns runs,
            LocalRuns local,
            BatchSettings settings,
            Clock clock) {
        this.operator = operator;
        this.runner = runner;
        this.runs = runs;
        this.local = local;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param seen had not ended, and did not seem to go on in this process
     * @throws ProblemException {@code Unavailable} from a store
     */
    void takeUp(JobRun seen) {
        try {
            synchronized (local) {
                JobRun run = runs.find(seen.id()).orElse(seen);
                if (local.find(run.job()).isPresent() || run.batchStatus().ended()) {
                    return;
                }
                if (!run.node().equals(settings.node()) || !resume(run)) {
                    runner.start(run.job(), STARTED_BY, Map.of());
                }
            }
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.Conflict)) {
                throw e;
            }
        }
    }

    /**
     * @return false if there is nothing to resume
     */
    private boolean resume(JobRun run) {
        List<JobExecution> executions = BatchCalls.executionsOf(operator, run.job(), run.id());
        if (executions.isEmpty() || executions.size() >= MOST_EXECUTIONS) {
            return false;
        }
        JobExecution last = executions.getLast();
        boolean crashed =
                last.getBatchStatus() == BatchStatus.FAILED
                        || last.getBatchStatus() == BatchStatus.STOPPED;
        if (!crashed && last.getBatchStatus() != BatchStatus.COMPLETED) {
            return false;
        }
        Leases.Lease lease = runner.lease(run.job());
        try {
            long execution =
                    crashed && !run.stopWished()
                            ? operator.restart(last.getExecutionId(), parametersOf(last))
                            : last.getExecutionId();
            local.add(new LocalRun(run, execution, lease, clock.instant()));
            LOG.atInfo()
                    .addKeyValue("job", run.job())
                    .addKeyValue("execution", run.id())
                    .log("job run taken up again");
            return true;
        } catch (BatchRuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("job", run.job())
                    .addKeyValue("execution", run.id())
                    .setCause(e)
                    .log("job run cannot be resumed, beginning anew");
            return false;
        }
    }

    /** Batch does not hand parameters on to a restart. */
    private Properties parametersOf(JobExecution execution) {
        Properties copy = new Properties();
        copy.putAll(operator.getParameters(execution.getExecutionId()));
        return copy;
    }
}
