package org.consoleme.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.shared.Single;

/**
 * Meters of jobs: {@code consoleme.job.runs} times the runs of this node by job and how they ended,
 * {@code consoleme.job.partitions} counts its accounts by outcome, and {@code consoleme.job.age}
 * says on every node how long ago a run of the job last ended well, anywhere.
 */
@Single
public class JobMeters {
    private static final String JOB = "job";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<JobId, Instant> succeeded = new ConcurrentHashMap<>();

    @Inject
    public JobMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A run of this node ended. */
    void ended(JobRun run, String outcome, Instant at) {
        registry.timer("consoleme.job.runs", JOB, run.job().value(), OUTCOME, outcome)
                .record(Duration.between(run.startedAt(), at));
    }

    /** An account was read on this node, or was not. */
    void partition(AccountOutcome.State state) {
        registry.counter("consoleme.job.partitions", OUTCOME, state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** What the shared record says about the job's last run; others than good ones do not count. */
    void seen(JobRun run) {
        run.endedAt()
                .filter(_ -> run.batchStatus() == JobRun.BatchStatus.COMPLETED)
                .ifPresent(at -> succeeded(run.job(), at));
    }

    private void succeeded(JobId job, Instant at) {
        if (succeeded.put(job, at) == null) {
            TimeGauge.builder("consoleme.job.age", () -> age(job), TimeUnit.SECONDS)
                    .tag(JOB, job.value())
                    .register(registry);
        }
    }

    private long age(JobId job) {
        return Duration.between(succeeded.get(job), clock.instant()).toSeconds();
    }
}
