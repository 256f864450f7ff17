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

    /** Asks once; a run that has ended meanwhile needs no asking. */
    static void stop(JobOperator operator, LocalRun run) {
        if (run.firstStop()) {
            try {
                operator.stop(run.execution());
            } catch (JobExecutionNotRunningException e) {
                // It ended by itself: the watch will see how.
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
