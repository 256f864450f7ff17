package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class JobMetersTest {
    private static final JobId JOB = new JobId("account-iam");

    private final SettableClock clock = SettableClock.atNoon();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JobMeters meters = new JobMeters(registry, clock);

    @Test
    void theAgeIsThatOfTheLastGoodRunAndGrows() {
        meters.seen(run(JobRun.BatchStatus.COMPLETED));
        clock.advance(Duration.ofMinutes(10));
        meters.seen(run(JobRun.BatchStatus.FAILED));

        assertThat(age()).isEqualTo(600);
    }

    @Test
    void aJobThatNeverRanHasNoAge() {
        meters.seen(run(JobRun.BatchStatus.FAILED));

        assertThat(registry.find("consoleme.job.age").gauges()).isEmpty();
    }

    @Test
    void runsAndPartitionsAreCountedByOutcomeWithoutAccounts() {
        Instant now = clock.instant();
        meters.ended(run(JobRun.BatchStatus.COMPLETED), "partial", now.plusSeconds(3));
        meters.partition(JobRun.AccountOutcome.State.FAILED);

        assertThat(
                        registry.get("consoleme.job.runs")
                                .tag("job", "account-iam")
                                .tag("outcome", "partial")
                                .timer()
                                .totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(registry.get("consoleme.job.partitions").tag("outcome", "failed").counter())
                .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
    }

    private double age() {
        return registry.get("consoleme.job.age").tag("job", "account-iam").timeGauge().value();
    }

    private JobRun run(JobRun.BatchStatus status) {
        return new JobRun(
                "1",
                JOB,
                status,
                Optional.of("x"),
                clock.instant(),
                Optional.of(clock.instant()),
                "schedule",
                "node-1",
                false,
                List.of());
    }
}
