package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.accounts.AccountSettings;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.FakeJobRunner;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryJobRuns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class AdministratorsOnlyTest {
    private static final JobId JOB = new JobId("account-iam");
    private static final Caller ADMIN = Callers.web("admin@example.com");
    private static final Caller OTHER = Callers.web("bo@example.com");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryJobRuns runs = new InMemoryJobRuns();
    private final FakeJobRunner runner = new FakeJobRunner(runs, clock);
    private final ForAdministrators gate =
            new ForAdministrators(c -> c.user().equals(ADMIN.user()), audit, clock);

    @Test
    void anAdministratorStartsAJobAndTheTrailSaysSo() {
        JobRun run = new StartJob(runner, gate).handle(ADMIN, JOB, Map.of());

        assertThat(run.startedBy()).isEqualTo("admin@example.com");
        assertThat(audit.events()).hasSize(1);
        assertThat(audit.events().getFirst().outcome()).isEqualTo(Outcome.DONE);
        assertThat(audit.events().getFirst().subject()).isEqualTo("start account-iam");
    }

    @Test
    void somebodyElseStartsNothingAndTheTrailSaysSo() {
        assertThatThrownBy(() -> new StartJob(runner, gate).handle(OTHER, JOB, Map.of()))
                .isInstanceOf(ProblemException.class);

        assertThat(runs.latest(JOB, 1)).isEmpty();
        assertThat(audit.events().getFirst().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(audit.events().getFirst().reason()).isPresent();
    }

    @Test
    void withoutAnAuditRowNothingStarts() {
        audit.failsWith(new Problem.Unavailable("audit", Duration.ofSeconds(1)));

        assertThatThrownBy(() -> new StartJob(runner, gate).handle(ADMIN, JOB, Map.of()))
                .isInstanceOf(ProblemException.class);

        assertThat(runs.latest(JOB, 1)).isEmpty();
    }

    @Test
    void aStartThatCameToNothingIsWrittenDownAsFailed() {
        new StartJob(runner, gate).handle(ADMIN, JOB, Map.of());

        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> new StartJob(runner, gate).handle(ADMIN, JOB, Map.of()));

        assertThat(thrown.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(audit.events().getLast().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anAdministratorStopsARunAndTheTrailSaysSo() {
        JobRun run = runner.start(JOB, "schedule");

        new StopJob(runner, gate).handle(ADMIN, run.id());

        assertThat(runs.find(run.id()).orElseThrow().stopWished()).isTrue();
        assertThat(audit.events().getLast().subject()).isEqualTo("stop run " + run.id());
    }

    @Test
    void somebodyElseStopsNothing() {
        JobRun run = runner.start(JOB, "schedule");

        assertThatThrownBy(() -> new StopJob(runner, gate).handle(OTHER, run.id()))
                .isInstanceOf(ProblemException.class);

        assertThat(runs.find(run.id()).orElseThrow().stopWished()).isFalse();
        assertThat(audit.events().getLast().outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void anAdministratorSeesJobsAndRuns() {
        JobRun run = runner.start(JOB, "schedule");

        assertThat(new ListJobs(runner, runs, gate).handle(ADMIN).getFirst().latest())
                .containsExactly(run);
        assertThat(new WatchJob(runs, gate).handle(ADMIN, run.id())).isEqualTo(run);
    }

    @Test
    void anUnknownRunIsNotFound() {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> new WatchJob(runs, gate).handle(ADMIN, "none"));

        assertThat(thrown.problem()).isEqualTo(new Problem.NotFound("job run", "none"));
    }

    @Test
    void somebodyElseSeesNothing() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Freshness freshness =
                    new Freshness(
                            new AccountsToRead(
                                    new InMemoryAccounts(),
                                    AccountSettings.from(MapConfiguration.empty())),
                            new InMemoryAccountIndexes(),
                            runs,
                            JobSchedules.from(MapConfiguration.empty()),
                            gate,
                            clock);
            RunSelfCheck check =
                    new RunSelfCheck(
                            new SelfCheck(List.of(), threads, clock, Duration.ofSeconds(1)), gate);
            List<ThrowingCallable> all =
                    List.of(
                            () -> new ListJobs(runner, runs, gate).handle(OTHER),
                            () -> new WatchJob(runs, gate).handle(OTHER, "x"),
                            () -> freshness.handle(OTHER),
                            () -> check.handle(OTHER));

            assertThat(all)
                    .allSatisfy(
                            call ->
                                    assertThat(
                                                    catchThrowableOfType(
                                                                    ProblemException.class, call)
                                                            .problem())
                                            .isInstanceOf(Problem.Forbidden.class));
        }
    }
}
