package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.fakes.InMemoryChallenges;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SettableClock;

/** One node at noon that takes challenges, with room for a hundred open ones. */
final class ChallengeFixture {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Optional<String> ADDRESS = Optional.of("192.0.2.7");

    final SettableClock clock = new SettableClock(NOON);
    final InMemoryChallenges challenges = new InMemoryChallenges();
    final InMemorySignIns signIns = new InMemorySignIns();
    final List<AuditEvent> audit = new ArrayList<>();
    final RateLimits limits = new RateLimits(clock);
    final StartChallenge start;
    final VisitChallenge visit;
    final DecideChallenge decide;
    final PollChallenge poll;

    ChallengeFixture() {
        this(MapConfiguration.empty().with("challenge_url.max_open", 100));
    }

    private ChallengeFixture(MapConfiguration configuration) {
        IdentitySettings settings =
                IdentitySettings.from(configuration.with("challenge_url.enabled", true));
        Sessions sessions =
                new Sessions(
                        new PlainTokens(),
                        new Revocations(new InMemoryEphemeral(clock), clock),
                        settings,
                        clock);
        start = new StartChallenge(challenges, limits, settings, clock);
        visit = new VisitChallenge(challenges, settings, clock);
        decide = new DecideChallenge(challenges, signIns, audit::add, settings, clock);
        poll = new PollChallenge(challenges, sessions, limits, settings, clock);
    }

    /** Where the browser may be anywhere else than the terminal. */
    static ChallengeFixture fromAnywhere() {
        return new ChallengeFixture(
                MapConfiguration.empty()
                        .with("challenge_url.request_ip_must_match_challenge_creation_ip", false));
    }

    void approve(StartChallenge.Started started, String as) {
        decide.handle(caller(as), started.token(), nonce(started, as), true);
    }

    String nonce(StartChallenge.Started started, String as) {
        return visit.handle(caller(as), started.token()).challenge().nonce().orElseThrow();
    }

    IssuedToken success(String secret) {
        assertThat(poll.handle(secret, ADDRESS)).isInstanceOf(PollChallenge.Answer.Success.class);
        return ((PollChallenge.Answer.Success) poll.handle(secret, ADDRESS)).issued();
    }

    static Caller caller(String name) {
        return caller(name, ADDRESS);
    }

    static Caller caller(String name, Optional<String> address) {
        return new Caller(
                new UserId(name),
                Set.of(new GroupName("devs")),
                Proof.WEB_SESSION,
                NOON,
                new Origin(name, Door.WEB, "request", address));
    }

    static void assertProblem(ThrowingCallable call, Class<? extends Problem> kind) {
        assertThat(Problems.of(call)).isInstanceOf(kind);
    }
}
