package org.consoleme.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops jobs on this node; implemented with Jakarta Batch. */
public interface JobRunner {

    /**
     * @param parameters of the job's own: {@code accept_drop} of {@code authorization} and {@code
     *     accounts}
     * @throws org.consoleme.shared.ProblemException {@code NotFound} for an unknown job; {@code
     *     Invalid} for a parameter it does not have; {@code Conflict} naming the run if one is
     *     under way on any node
     */
    JobRun start(JobId job, String startedBy, Map<String, String> parameters);

    /** As above, without parameters. */
    default JobRun start(JobId job, String startedBy) {
        return start(job, startedBy, Map.of());
    }

    /**
     * Asks the node that runs it to stop; returns at once.
     *
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Conflict} if it has
     *     ended
     */
    void stop(String runId);

    List<Plan> plans();

    /**
     * A job that exists.
     *
     * @param schedule in words, for people: {@code every 45 min, then aggregate}
     */
    record Plan(JobId job, String description, String schedule, Optional<Instant> nextRunAt) {}
}
