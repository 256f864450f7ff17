package org.consoleme.batch;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.JobExecution;
import java.util.Comparator;
import java.util.List;
import org.consoleme.operations.JobId;

/** What we ask of Batch beyond starting, with its exceptions made into answers. */
final class BatchCalls {
    private static final int INSTANCES = 20;

    private BatchCalls() {}

    /** Asks until it was heard once: a run that is only just starting does not hear yet. */
    static void stop(JobOperator operator, LocalRun run) {
        if (!run.stopSent()) {
            try {
                operator.stop(run.execution());
                run.stopWasSent();
            } catch (JobExecutionNotRunningException e) {
                // Not started yet, or ended by itself: the watch will look again.
            }
        }
    }

    /** All executions of the run that this node's repository knows, oldest first. */
    static List<JobExecution> executionsOf(JobOperator operator, JobId job, String runId) {
        try {
            return operator.getJobInstances(job.value(), 0, INSTANCES).stream()
                    .flatMap(instance -> operator.getJobExecutions(instance).stream())
                    .filter(
                            execution ->
                                    execution.getJobParameters() != null
                                            && runId.equals(
                                                    execution
                                                            .getJobParameters()
                                                            .getProperty(BatchJobRunner.RUN_ID)))
                    .sorted(Comparator.comparingLong(JobExecution::getExecutionId))
                    .toList();
        } catch (NoSuchJobException e) {
            return List.of();
        }
    }
}
