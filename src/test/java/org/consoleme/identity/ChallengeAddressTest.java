package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.identity.ChallengeFixture.ADDRESS;
import static org.consoleme.identity.ChallengeFixture.assertProblem;
import static org.consoleme.identity.ChallengeFixture.caller;

import java.util.Optional;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of the browser beside that of the terminal; ids of weep's contract in the names. */
class ChallengeAddressTest {
    private final ChallengeFixture node = new ChallengeFixture();

    @Test
    void lg07_anotherAddressGetsNoTokenAndCannotApprove() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        String nonce = node.nonce(started, "alice@example.com");
        Caller elsewhere = caller("alice@example.com", Optional.of("192.0.2.99"));

        assertProblem(
                () -> node.decide.handle(elsewhere, started.token(), nonce, true),
                Problem.Forbidden.class);
        node.approve(started, "alice@example.com");

        assertThat(node.poll.handle(started.secret(), Optional.of("192.0.2.99")))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
        assertThat(node.success(started.secret())).isNotNull();
    }

    @Test
    void lg07_whereAddressesNeedNotMatchTheyDoNot() {
        ChallengeFixture anywhere = ChallengeFixture.fromAnywhere();
        StartChallenge.Started started = anywhere.start.handle("alice@example.com", ADDRESS);
        String nonce = anywhere.nonce(started, "alice@example.com");

        anywhere.decide.handle(
                caller("alice@example.com", Optional.of("192.0.2.99")),
                started.token(),
                nonce,
                true);

        assertThat(anywhere.poll.handle(started.secret(), Optional.of("192.0.2.98")))
                .isInstanceOf(PollChallenge.Answer.Success.class);
    }

    @Test
    void anApprovalFromElsewhereIsRefusedAndADenialIsNot() {
        StartChallenge.Started started =
                node.start.handle("alice@example.com", Optional.of("198.51.100.9"));
        VisitChallenge.Visit seen = node.visit.handle(caller("alice@example.com"), started.token());
        String nonce = seen.challenge().nonce().orElseThrow();

        assertThat(seen.sameAddress()).isFalse();
        assertProblem(
                () -> node.decide.handle(caller("alice@example.com"), started.token(), nonce, true),
                Problem.Forbidden.class);
        assertThat(node.decide.handle(caller("alice@example.com"), started.token(), nonce, false))
                .isEqualTo(Challenge.State.DENIED);
    }

    @Test
    void theAddressDoesNotMatterWhereTheConfigurationSaysSo() {
        ChallengeFixture anywhere = ChallengeFixture.fromAnywhere();
        StartChallenge.Started started =
                anywhere.start.handle("alice@example.com", Optional.of("198.51.100.9"));

        assertThat(
                        anywhere.visit
                                .handle(caller("alice@example.com"), started.token())
                                .sameAddress())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, true", "::ffff:192.0.2.7, true", "192.0.2.8, false", "x, false"})
    void oneAddressMayBeWrittenInSeveralWays(String terminal, boolean same) {
        StartChallenge.Started started =
                node.start.handle("alice@example.com", Optional.of(terminal));

        assertThat(node.visit.handle(caller("alice@example.com"), started.token()).sameAddress())
                .isEqualTo(same);
    }
}
