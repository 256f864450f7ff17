package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryChallenges;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal's sign-in from the first call to the token; ids of weep's contract in the names. */
class ChallengeFlowTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<String> ADDRESS = Optional.of("192.0.2.7");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemoryChallenges challenges = new InMemoryChallenges();
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final List<AuditEvent> audit = new ArrayList<>();
    private final IdentitySettings settings =
            IdentitySettings.from(
                    MapConfiguration.empty()
                            .with("challenge_url.enabled", true)
                            .with("challenge_url.max_open", 100));
    private final RateLimits limits = new RateLimits(clock);
    private final Sessions sessions =
            new Sessions(
                    new PlainTokens(),
                    new Revocations(new InMemoryEphemeral(clock), clock),
                    settings,
                    clock);
    private final StartChallenge start = new StartChallenge(challenges, limits, settings, clock);
    private final VisitChallenge visit = new VisitChallenge(challenges, settings, clock);
    private final DecideChallenge decide =
            new DecideChallenge(challenges, signIns, audit::add, settings, clock);
    private final PollChallenge poll =
            new PollChallenge(challenges, sessions, limits, settings, clock);

    @Test
    void lg01_anApprovedTerminalGetsATokenWithoutGroups() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Pending.class);

        approve(started, "alice@example.com");

        Token token = success(started.secret()).token();
        assertThat(token.user()).isEqualTo(new UserId("alice@example.com"));
        assertThat(token.audience()).isEqualTo(Audience.WEEP);
        assertThat(token.groups()).isEmpty();
        assertThat(token.issuedAt()).isEqualTo(NOON);
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void d25_whoSeesTheBrowsersAddressCannotPoll() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        approve(started, "alice@example.com");

        assertThat(poll.handle(started.token(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
        assertThat(started.secret()).isNotEqualTo(started.token());
        assertThat(started.toString()).doesNotContain(started.secret());
    }

    @Test
    void lg08_aLostAnswerComesAgainForSomeSecondsAndThenNever() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        approve(started, "alice@example.com");

        IssuedToken first = success(started.secret());
        clock.advance(Duration.ofSeconds(5));
        IssuedToken second = success(started.secret());
        clock.advance(Duration.ofSeconds(6));

        assertThat(second).isEqualTo(first);
        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
    }

    @Test
    void lg03_onlyThePersonItWasAskedForCanApproveAndTheTryIsRecorded() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        VisitChallenge.Visit seen = visit.handle(caller("bob@example.com"), started.token());

        assertThat(seen.mayDecide()).isFalse();
        assertThat(seen.challenge().nonce()).isEmpty();
        assertProblem(
                () -> decide.handle(caller("bob@example.com"), started.token(), "x", true),
                Problem.Forbidden.class);
        assertThat(audit)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(event.subject()).isEqualTo("alice@example.com");
                            assertThat(event.origin().actor()).isEqualTo("bob@example.com");
                        });
        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Pending.class);
    }

    @Test
    void lg07_anotherAddressGetsNoTokenAndCannotApprove() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        String nonce = nonce(started, "alice@example.com");
        Caller elsewhere = caller("alice@example.com", Optional.of("192.0.2.99"));

        assertProblem(
                () -> decide.handle(elsewhere, started.token(), nonce, true),
                Problem.Forbidden.class);
        approve(started, "alice@example.com");

        assertThat(poll.handle(started.secret(), Optional.of("192.0.2.99")))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
        assertThat(success(started.secret())).isNotNull();
    }

    @Test
    void lg07_whereAddressesNeedNotMatchTheyDoNot() {
        IdentitySettings open =
                IdentitySettings.from(
                        MapConfiguration.empty()
                                .with("challenge_url.enabled", true)
                                .with(
                                        "challenge_url.request_ip_must_match_challenge_creation_ip",
                                        false));
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        String nonce = nonce(started, "alice@example.com");

        new DecideChallenge(challenges, signIns, audit::add, open, clock)
                .handle(
                        caller("alice@example.com", Optional.of("192.0.2.99")),
                        started.token(),
                        nonce,
                        true);

        assertThat(
                        new PollChallenge(challenges, sessions, limits, open, clock)
                                .handle(started.secret(), Optional.of("192.0.2.98")))
                .isInstanceOf(PollChallenge.Answer.Success.class);
    }

    @Test
    void bobsVisitDoesNotUseUpAlices() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        visit.handle(caller("bob@example.com"), started.token());

        assertThat(visit.handle(caller("alice@example.com"), started.token()).first()).isTrue();
    }

    @Test
    void lg04_userNamesAreComparedWithoutCase() {
        StartChallenge.Started started = start.handle("Alice@Example.com", ADDRESS);

        approve(started, "alice@example.COM");

        assertThat(success(started.secret()).token().user())
                .isEqualTo(new UserId("alice@example.com"));
    }

    @Test
    void lg05_anExpiredChallengeCannotBeApproved() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        String nonce = nonce(started, "alice@example.com");
        clock.advance(Duration.ofSeconds(179));
        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Pending.class);
        clock.advance(Duration.ofSeconds(1));

        assertProblem(
                () -> decide.handle(caller("alice@example.com"), started.token(), nonce, true),
                Problem.Conflict.class);
        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Expired.class);
        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
    }

    @Test
    void lg06_aWrongNonceAndASecondApprovalAreRefused() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        Caller alice = caller("alice@example.com");
        String nonce = nonce(started, "alice@example.com");

        assertProblem(
                () -> decide.handle(alice, started.token(), nonce + "x", true),
                Problem.Forbidden.class);
        decide.handle(alice, started.token(), nonce, true);
        assertProblem(
                () -> decide.handle(alice, started.token(), nonce, true), Problem.Conflict.class);
        assertThat(audit)
                .extracting(AuditEvent::outcome)
                .containsExactly(Outcome.DENIED, Outcome.DONE, Outcome.DENIED);
    }

    @Test
    void aReloadedPageKeepsItsNonceAndSaysItIsNotTheFirst() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        String nonce = nonce(started, "alice@example.com");

        VisitChallenge.Visit again = visit.handle(caller("alice@example.com"), started.token());

        assertThat(again.first()).isFalse();
        assertThat(again.mayDecide()).isTrue();
        assertThat(again.challenge().nonce()).contains(nonce);
    }

    @Test
    void nobodyDecidesWithoutLooking() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);

        assertProblem(
                () -> decide.handle(caller("alice@example.com"), started.token(), "", true),
                Problem.Invalid.class);
    }

    @Test
    void aTerminalsOwnTokenCannotApproveAnother() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        Caller web = caller("alice@example.com");
        Caller weep = new Caller(web.user(), web.groups(), Proof.WEEP_TOKEN, NOON, web.origin());

        assertProblem(
                () -> decide.handle(weep, started.token(), "x", true), Problem.Forbidden.class);
    }

    @Test
    void notMeEndsIt() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);
        String nonce = nonce(started, "alice@example.com");

        decide.handle(caller("alice@example.com"), started.token(), nonce, false);

        assertThat(poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Denied.class);
        assertThat(audit).singleElement().satisfies(e -> assertThat(e.reason()).contains("not me"));
    }

    @Test
    void approvingRefreshesTheGroupsThatTheTokenWillBeJudgedBy() {
        StartChallenge.Started started = start.handle("alice@example.com", ADDRESS);

        approve(started, "alice@example.com");

        assertThat(
                        signIns.last(new UserId("alice@example.com"), Instant.EPOCH)
                                .orElseThrow()
                                .groups())
                .containsExactly(new GroupName("devs"));
    }

    @Test
    void lg09_unknownSecretsOfAnyLengthAreUnknown() {
        for (String secret : List.of("", "x", "00000000-0000-0000-0000-000000000000")) {
            assertThat(poll.handle(secret, ADDRESS))
                    .isInstanceOf(PollChallenge.Answer.Unknown.class);
        }
        assertThat(poll.handle("a".repeat(10_000), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
    }

    @Test
    void lg19_aFloodFromOneAddressLeavesOthersAndThePersonAlone() {
        for (int i = 0; i < 10; i++) {
            start.handle("alice@example.com", ADDRESS);
        }

        assertProblem(() -> start.handle("alice@example.com", ADDRESS), Problem.TooMany.class);
        assertThat(start.handle("alice@example.com", Optional.of("192.0.2.8"))).isNotNull();
        assertThat(start.handle("bob@example.com", ADDRESS)).isNotNull();
        clock.advance(Duration.ofMinutes(1));
        assertThat(start.handle("alice@example.com", ADDRESS)).isNotNull();
    }

    @Test
    void manyNamesFromOneAddressAreLimitedToo() {
        for (int i = 0; i < 60; i++) {
            start.handle("user" + i + "@example.com", ADDRESS);
        }

        assertProblem(() -> start.handle("last@example.com", ADDRESS), Problem.TooMany.class);
    }

    @Test
    void whatIsOpenIsBoundedAndWhatExpiredMakesRoom() {
        for (int i = 0; i < 100; i++) {
            start.handle("u" + i + "@example.com", Optional.of("192.0.2." + i));
        }

        assertProblem(() -> start.handle("a@example.com", ADDRESS), Problem.TooMany.class);
        clock.advance(Duration.ofMinutes(4));
        assertThat(start.handle("a@example.com", ADDRESS)).isNotNull();
    }

    @Test
    void lg21_whatIsSwitchedOffIsRefused() {
        StartChallenge off =
                new StartChallenge(
                        challenges, limits, IdentitySettings.from(MapConfiguration.empty()), clock);

        assertProblem(() -> off.handle("alice@example.com", ADDRESS), Problem.Forbidden.class);
    }

    private void approve(StartChallenge.Started started, String as) {
        decide.handle(caller(as), started.token(), nonce(started, as), true);
    }

    @Test
    void anApprovalFromElsewhereIsRefusedAndADenialIsNot() {
        StartChallenge.Started started =
                start.handle("alice@example.com", Optional.of("198.51.100.9"));
        VisitChallenge.Visit seen = visit.handle(caller("alice@example.com"), started.token());
        String nonce = seen.challenge().nonce().orElseThrow();

        assertThat(seen.sameAddress()).isFalse();
        assertProblem(
                () -> decide.handle(caller("alice@example.com"), started.token(), nonce, true),
                Problem.Forbidden.class);
        assertThat(decide.handle(caller("alice@example.com"), started.token(), nonce, false))
                .isEqualTo(Challenge.State.DENIED);
    }

    @Test
    void theAddressDoesNotMatterWhereTheConfigurationSaysSo() {
        IdentitySettings anywhere =
                IdentitySettings.from(
                        MapConfiguration.empty()
                                .with("challenge_url.enabled", true)
                                .with(
                                        "challenge_url.request_ip_must_match_challenge_creation_ip",
                                        false));
        StartChallenge.Started started =
                start.handle("alice@example.com", Optional.of("198.51.100.9"));

        assertThat(
                        new VisitChallenge(challenges, anywhere, clock)
                                .handle(caller("alice@example.com"), started.token())
                                .sameAddress())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, true", "::ffff:192.0.2.7, true", "192.0.2.8, false", "x, false"})
    void oneAddressMayBeWrittenInSeveralWays(String terminal, boolean same) {
        StartChallenge.Started started = start.handle("alice@example.com", Optional.of(terminal));

        assertThat(visit.handle(caller("alice@example.com"), started.token()).sameAddress())
                .isEqualTo(same);
    }

    private String nonce(StartChallenge.Started started, String as) {
        return visit.handle(caller(as), started.token()).challenge().nonce().orElseThrow();
    }

    private IssuedToken success(String secret) {
        assertThat(poll.handle(secret, ADDRESS)).isInstanceOf(PollChallenge.Answer.Success.class);
        return ((PollChallenge.Answer.Success) poll.handle(secret, ADDRESS)).issued();
    }

    private static Caller caller(String name) {
        return caller(name, ADDRESS);
    }

    private static Caller caller(String name, Optional<String> address) {
        return new Caller(
                new UserId(name),
                Set.of(new GroupName("devs")),
                Proof.WEB_SESSION,
                NOON,
                new Origin(name, Door.WEB, "request", address));
    }

    private static void assertProblem(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
            Class<? extends Problem> kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isInstanceOf(kind));
    }
}
