package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void everyCheckIsAskedAndTheReportIsSorted() {
        SelfCheck.Report report =
                check(
                                named("redis", () -> Check.Finding.up("answers")),
                                named("aws", () -> Check.Finding.down("no", "look")))
                        .report();

        assertThat(report.lines()).extracting(SelfCheck.Line::name).containsExactly("aws", "redis");
        assertThat(report.asOf()).isEqualTo(clock.instant());
    }

    @Test
    void aCheckThatDoesNotAnswerIsDownAndHoldsNobodyUp() {
        CountDownLatch never = new CountDownLatch(1);
        List<Check> checks = new ArrayList<>();
        checks.add(named("a hung one", () -> wait(never)));
        for (int i = 0; i < 20; i++) {
            checks.add(named("check " + i, () -> Check.Finding.up("answers")));
        }

        SelfCheck.Report report = check(checks.toArray(new Check[0])).report();

        assertThat(report.lines()).hasSize(21);
        assertThat(report.lines().getFirst().finding().state()).isEqualTo(Check.State.DOWN);
        assertThat(report.lines().getFirst().finding().detail()).contains("no answer within");
        assertThat(report.lines().subList(1, 21))
                .allMatch(line -> line.finding().state() == Check.State.UP);
    }

    @Test
    void aCheckThatThrowsIsDownAndItsMessageIsNotShown() {
        SelfCheck.Report report =
                check(
                                named(
                                        "bug",
                                        () -> {
                                            throw new IllegalStateException("a secret");
                                        }))
                        .report();

        assertThat(report.lines().getFirst().finding().state()).isEqualTo(Check.State.DOWN);
        assertThat(report.toString()).doesNotContain("a secret");
    }

    @Test
    void answersAreRememberedForThirtySeconds() {
        AtomicInteger asked = new AtomicInteger();
        SelfCheck check =
                check(named("one", () -> Check.Finding.up("asked " + asked.incrementAndGet())));
        check.report();
        clock.advance(Duration.ofSeconds(29));
        check.report();
        assertThat(asked).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        check.report();

        assertThat(asked).hasValue(2);
    }

    private SelfCheck check(Check... checks) {
        return new SelfCheck(List.of(checks), threads, clock, Duration.ofMillis(300));
    }

    private static Check.Finding wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Check.Finding.up("too late");
    }

    private static Check named(String name, Supplier<Check.Finding> finding) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Finding look() {
                return finding.get();
            }
        };
    }
}
