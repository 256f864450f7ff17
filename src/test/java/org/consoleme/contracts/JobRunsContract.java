package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.JobRun.AccountOutcome;
import org.consoleme.operations.JobRuns;
import org.consoleme.shared.AccountId;
import org.junit.jupiter.api.Test;

public abstract class JobRunsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final JobId JOB = new JobId("account-iam");

    protected abstract JobRuns runs();

    private static JobRun run(String id, JobRun.BatchStatus status, List<AccountOutcome> accounts) {
        boolean ended = status.ended();
        return new JobRun(
                id,
                JOB,
                status,
                ended ? Optional.of("COMPLETED") : Optional.empty(),
                NOW,
                ended ? Optional.of(NOW.plusSeconds(60)) : Optional.empty(),
                "schedule",
                "node-1",
                false,
                accounts);
    }

    private static AccountOutcome waiting(String account) {
        return new AccountOutcome(
                new AccountId(account),
                AccountOutcome.State.WAITING,
                Optional.empty(),
                0,
                Optional.empty());
    }

    private static AccountOutcome failed(String account) {
        return new AccountOutcome(
                new AccountId(account),
                AccountOutcome.State.FAILED,
                Optional.of("AccessDenied: allow the hub role"),
                17,
                Optional.of(NOW.plusSeconds(5)));
    }

    @Test
    void aRunIsFoundAsItWasSaved() {
        JobRuns runs = runs();
        JobRun saved =
                run(
                        "01A",
                        JobRun.BatchStatus.STARTED,
                        List.of(waiting("100000000001"), waiting("200000000002")));
        runs.save(saved);

        assertThat(runs.find("01A")).contains(saved);
        assertThat(runs.find("01B")).isEmpty();
    }

    @Test
    void aReportTouchesItsOwnAccountOnly() {
        JobRuns runs = runs();
        runs.save(
                run(
                        "01A",
                        JobRun.BatchStatus.STARTED,
                        List.of(waiting("100000000001"), waiting("200000000002"))));

        runs.report("01A", failed("200000000002"));

        assertThat(runs.find("01A").orElseThrow().accounts())
                .containsExactly(waiting("100000000001"), failed("200000000002"));
    }

    @Test
    void partitionsReportInParallelAndNothingIsLost() {
        JobRuns runs = runs();
        runs.save(run("01A", JobRun.BatchStatus.STARTED, List.of()));
        List<AccountOutcome> outcomes =
                IntStream.range(0, 40).mapToObj(i -> failed("1000000000" + (10 + i))).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes.forEach(outcome -> threads.execute(() -> runs.report("01A", outcome)));
        }

        assertThat(runs.find("01A").orElseThrow().accounts())
                .containsExactlyInAnyOrderElementsOf(outcomes);
    }

    @Test
    void savingTheEndKeepsWhatWasReported() {
        JobRuns runs = runs();
        runs.save(run("01A", JobRun.BatchStatus.STARTED, List.of(waiting("100000000001"))));
        runs.report("01A", failed("100000000001"));

        runs.save(run("01A", JobRun.BatchStatus.COMPLETED, List.of(failed("100000000001"))));

        assertThat(runs.find("01A"))
                .contains(
                        run("01A", JobRun.BatchStatus.COMPLETED, List.of(failed("100000000001"))));
    }

    @Test
    void aWishToStopOutlivesALaterSaving() {
        JobRuns runs = runs();
        JobRun started = run("01A", JobRun.BatchStatus.STARTED, List.of());
        runs.save(started);

        runs.wishStop("01A");
        runs.save(started);

        assertThat(runs.find("01A").orElseThrow().stopWished()).isTrue();
    }

    @Test
    void theLatestRunsComeNewestFirst() {
        JobRuns runs = runs();
        for (String id : List.of("01B", "01A", "01D", "01C")) {
            runs.save(run(id, JobRun.BatchStatus.COMPLETED, List.of()));
        }

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () ->
                                assertThat(runs.latest(JOB, 3))
                                        .extracting(JobRun::id)
                                        .containsExactly("01D", "01C", "01B"));
        assertThat(runs.latest(new JobId("accounts"), 3)).isEmpty();
    }
}
