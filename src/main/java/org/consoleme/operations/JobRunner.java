package org.consoleme.operations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Starts and stops jobs on this node; implemented with Jakarta Batch. */
public interface JobRunner {

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} for an unknown job; {@code
     *     Conflict} naming the run if one is under way on any node
     */
    JobRun start(JobId job, String startedBy);

    /** Asks the node that runs it to stop; returns at once. */
    void stop(String runId);

    List<Plan> plans();

    /**
     * A job that exists.
     *
     * @param schedule in words, for people: {@code every 45 min, then aggregate}
     */
    record Plan(JobId job, String description, String schedule, Optional<Instant> nextRunAt) {}
}
