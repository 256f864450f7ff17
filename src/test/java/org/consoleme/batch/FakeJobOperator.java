package org.consoleme.batch;

import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.StepExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** A job repository in which executions end when a test says so. */
final class FakeJobOperator implements JobOperator {
    private final Map<Long, Execution> executions = new TreeMap<>();
    private boolean broken;

    void breaks() {
        broken = true;
    }

    void end(long execution, BatchStatus status, String exitStatus) {
        Execution old = executions.get(execution);
        executions.put(execution, old.with(status, exitStatus));
    }

    Execution last() {
        return executions.values().stream()
                .max(Comparator.comparingLong(Execution::id))
                .orElseThrow();
    }

    Execution last(String job) {
        return executions.values().stream()
                .filter(execution -> execution.job().equals(job))
                .max(Comparator.comparingLong(Execution::id))
                .orElseThrow();
    }

    List<String> started() {
        return executions.values().stream().map(Execution::job).toList();
    }

    @Override
    public long start(String job, Properties parameters) {
        if (broken) {
            throw new JobStartException("broken");
        }
        long id = executions.size() + 1L;
        executions.put(id, new Execution(id, id, job, BatchStatus.STARTED, "", parameters));
        return id;
    }

    @Override
    public long restart(long execution, Properties parameters) {
        Execution old = executions.get(execution);
        if (broken || old.status() == BatchStatus.STARTED || parameters.isEmpty()) {
            throw new JobRestartException("cannot be restarted");
        }
        long id = executions.size() + 1L;
        executions.put(
                id,
                new Execution(id, old.instance(), old.job(), BatchStatus.STARTED, "", parameters));
        return id;
    }

    @Override
    public void stop(long execution) {
        if (executions.get(execution).status() != BatchStatus.STARTED) {
            throw new JobExecutionNotRunningException("not running");
        }
        end(execution, BatchStatus.STOPPING, "");
    }

    @Override
    public JobExecution getJobExecution(long execution) {
        return executions.get(execution);
    }

    @Override
    public Properties getParameters(long execution) {
        return executions.get(execution).parameters();
    }

    @Override
    public List<JobInstance> getJobInstances(String job, int start, int count) {
        List<JobInstance> instances = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Execution execution : executions.values()) {
            if (execution.job().equals(job) && seen.add(execution.instance())) {
                instances.add(new Instance(execution.instance(), job));
            }
        }
        if (instances.isEmpty()) {
            throw new NoSuchJobException(job);
        }
        return instances;
    }

    @Override
    public List<JobExecution> getJobExecutions(JobInstance instance) {
        return executions.values().stream()
                .filter(execution -> execution.instance() == instance.getInstanceId())
                .map(JobExecution.class::cast)
                .toList();
    }

    @Override
    public Set<String> getJobNames() {
        return new HashSet<>(started());
    }

    @Override
    public int getJobInstanceCount(String job) {
        return getJobInstances(job, 0, Integer.MAX_VALUE).size();
    }

    @Override
    public List<Long> getRunningExecutions(String job) {
        return executions.values().stream()
                .filter(e -> e.job().equals(job) && e.status() == BatchStatus.STARTED)
                .map(Execution::id)
                .toList();
    }

    @Override
    public void abandon(long execution) {
        end(execution, BatchStatus.ABANDONED, "");
    }

    @Override
    public JobInstance getJobInstance(long execution) {
        Execution found = executions.get(execution);
        return new Instance(found.instance(), found.job());
    }

    @Override
    public List<StepExecution> getStepExecutions(long execution) {
        return List.of();
    }

    private record Instance(long id, String job) implements JobInstance {
        @Override
        public long getInstanceId() {
            return id;
        }

        @Override
        public String getJobName() {
            return job;
        }
    }

    record Execution(
            long id,
            long instance,
            String job,
            BatchStatus status,
            String exitStatus,
            Properties parameters)
            implements JobExecution {
        Execution with(BatchStatus next, String exit) {
            return new Execution(id, instance, job, next, exit, parameters);
        }

        @Override
        public long getExecutionId() {
            return id;
        }

        @Override
        public String getJobName() {
            return job;
        }

        @Override
        public BatchStatus getBatchStatus() {
            return status;
        }

        @Override
        public Date getStartTime() {
            return Date.from(Instant.EPOCH);
        }

        @Override
        public Date getEndTime() {
            return Date.from(Instant.EPOCH);
        }

        @Override
        public String getExitStatus() {
            return exitStatus;
        }

        @Override
        public Date getCreateTime() {
            return Date.from(Instant.EPOCH);
        }

        @Override
        public Date getLastUpdatedTime() {
            return Date.from(Instant.EPOCH);
        }

        @Override
        public Properties getJobParameters() {
            return parameters;
        }
    }
}
