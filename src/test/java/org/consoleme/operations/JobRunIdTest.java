package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.util.List;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.FakeJobRunner;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryJobRuns;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An id that no run can have is not looked for: DynamoDB takes keys of 2,048 bytes at most. */
class JobRunIdTest {
    private static final Caller ADMIN = Callers.web("admin@example.com");

    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final ForAdministrators gate =
            new ForAdministrators(caller -> true, audit, SettableClock.atNoon());

    static List<String> impossible() {
        return List.of("x".repeat(97), "x".repeat(3_000), "", "a b", "\u00e9", "../x", "a\u0000");
    }

    /** As DynamoDB, to whom such a key would be a fault of ours. */
    private static JobRuns neverAsked() {
        return (JobRuns)
                Proxy.newProxyInstance(
                        JobRuns.class.getClassLoader(),
                        new Class<?>[] {JobRuns.class},
                        (proxy, method, arguments) -> {
                            throw new AssertionError("asked to " + method.getName());
                        });
    }

    private static Problem problem(Runnable step) {
        return catchThrowableOfType(ProblemException.class, step::run).problem();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void noRunIsWatchedUnderIt(String id) {
        assertThat(problem(() -> new WatchJob(neverAsked(), gate).handle(ADMIN, id)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void noRunIsStoppedUnderItAndTheTrailStaysShort(String id) {
        FakeJobRunner runner = new FakeJobRunner(new InMemoryJobRuns(), SettableClock.atNoon());

        assertThat(problem(() -> new StopJob(runner, gate).handle(ADMIN, id)))
                .isInstanceOf(Problem.NotFound.class);

        assertThat(audit.events())
                .extracting(AuditEvent::outcome)
                .containsExactly(Outcome.DONE, Outcome.FAILED);
        assertThat(audit.events())
                .extracting(AuditEvent::subject)
                .containsOnly("stop run that cannot be");
    }

    @Test
    void anUlidIsOne() {
        assertThat(JobRun.isRunId("01JD8Z3N2V5W6X7Y8Z9ABCDEFG")).isTrue();
    }
}
