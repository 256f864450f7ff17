package org.consoleme.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.operations.JobId;
import org.consoleme.shared.Single;

/**
 * The runs that go on in this process, at most one of each job. Whoever begins or resumes one holds
 * the monitor, so that nobody takes a run for lost that is just beginning.
 */
@Single
public class LocalRuns {
    private final Map<JobId, LocalRun> runs = new ConcurrentHashMap<>();

    Optional<LocalRun> find(JobId job) {
        return Optional.ofNullable(runs.get(job));
    }

    List<LocalRun> all() {
        return List.copyOf(runs.values());
    }

    void add(LocalRun run) {
        runs.put(run.run().job(), run);
    }

    void remove(LocalRun run) {
        runs.remove(run.run().job(), run);
    }
}
