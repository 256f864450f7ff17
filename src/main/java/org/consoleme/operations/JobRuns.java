package org.consoleme.operations;

import java.util.List;
import java.util.Optional;

/**
 * The record of all runs ({@code consoleme_job_runs}), so that every node can show and stop them.
 */
public interface JobRuns {

    void save(JobRun run);

    /** Records one account's outcome without touching the others: partitions report in parallel. */
    void report(String runId, JobRun.AccountOutcome outcome);

    Optional<JobRun> find(String runId);

    /** Newest first. */
    List<JobRun> latest(JobId job, int limit);

    void wishStop(String runId);
}
