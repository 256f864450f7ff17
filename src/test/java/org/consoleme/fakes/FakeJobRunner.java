package org.consoleme.fakes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRunner;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.Problem;

/** Knows the job {@code account-iam}; a run goes on until a test says otherwise. */
public final class FakeJobRunner implements JobRunner {
    private static final JobId KNOWN = new JobId("account-iam");

    private final JobRuns runs;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    public FakeJobRunner(JobRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public synchronized JobRun start(JobId job, String startedBy, Map<String, String> parameters) {
        if (!job.equals(KNOWN)) {
            throw new Problem.NotFound("job", job.value()).asException();
        }
        runs.latest(job, 1).stream()
                .filter(run -> !run.batchStatus().ended())
                .forEach(
                        run -> {
                            throw new Problem.Conflict("Run " + run.id() + " is under way.")
                                    .asException();
                        });
        JobRun run =
                new JobRun(
                        "run-" + count.incrementAndGet(),
                        job,
                        JobRun.BatchStatus.STARTED,
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty(),
                        startedBy,
                        "node-1",
                        false,
                        List.of());
        runs.save(run);
        return run;
    }

    @Override
    public void stop(String runId) {
        JobRun run =
                runs.find(runId)
                        .orElseThrow(() -> new Problem.NotFound("job run", runId).asException());
        if (run.batchStatus().ended()) {
            throw new Problem.Conflict("The run has ended.").asException();
        }
        runs.wishStop(runId);
    }

    @Override
    public List<Plan> plans() {
        return List.of(new Plan(KNOWN, "reads accounts", "every 45 min", Optional.empty()));
    }
}
