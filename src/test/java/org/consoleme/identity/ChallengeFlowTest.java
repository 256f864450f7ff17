package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.identity.ChallengeFixture.ADDRESS;
import static org.consoleme.identity.ChallengeFixture.NOON;
import static org.consoleme.identity.ChallengeFixture.assertProblem;
import static org.consoleme.identity.ChallengeFixture.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

/** A terminal's sign-in from the first call to the token; ids of weep's contract in the names. */
class ChallengeFlowTest {
    private final ChallengeFixture node = new ChallengeFixture();

    @Test
    void lg01_anApprovedTerminalGetsATokenWithoutGroups() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Pending.class);

        node.approve(started, "alice@example.com");

        Token token = node.success(started.secret()).token();
        assertThat(token.user()).isEqualTo(new UserId("alice@example.com"));
        assertThat(token.audience()).isEqualTo(Audience.WEEP);
        assertThat(token.groups()).isEmpty();
        assertThat(token.issuedAt()).isEqualTo(NOON);
        assertThat(token.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void d25_whoSeesTheBrowsersAddressCannotPoll() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        node.approve(started, "alice@example.com");

        assertThat(node.poll.handle(started.token(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
        assertThat(started.secret()).isNotEqualTo(started.token());
        assertThat(started.toString()).doesNotContain(started.secret());
    }

    @Test
    void lg08_aLostAnswerComesAgainForSomeSecondsAndThenNever() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        node.approve(started, "alice@example.com");

        IssuedToken first = node.success(started.secret());
        node.clock.advance(Duration.ofSeconds(5));
        IssuedToken second = node.success(started.secret());
        node.clock.advance(Duration.ofSeconds(6));

        assertThat(second).isEqualTo(first);
        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
    }

    @Test
    void lg04_userNamesAreComparedWithoutCase() {
        StartChallenge.Started started = node.start.handle("Alice@Example.com", ADDRESS);

        node.approve(started, "alice@example.COM");

        assertThat(node.success(started.secret()).token().user())
                .isEqualTo(new UserId("alice@example.com"));
    }

    @Test
    void lg05_anExpiredChallengeCannotBeApproved() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        String nonce = node.nonce(started, "alice@example.com");
        node.clock.advance(Duration.ofSeconds(179));
        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Pending.class);
        node.clock.advance(Duration.ofSeconds(1));

        assertProblem(
                () -> node.decide.handle(caller("alice@example.com"), started.token(), nonce, true),
                Problem.Conflict.class);
        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Expired.class);
        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
    }

    @Test
    void notMeEndsIt() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        String nonce = node.nonce(started, "alice@example.com");

        node.decide.handle(caller("alice@example.com"), started.token(), nonce, false);

        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Denied.class);
        assertThat(node.audit)
                .singleElement()
                .satisfies(e -> assertThat(e.reason()).contains("not me"));
    }

    @Test
    void approvingRefreshesTheGroupsThatTheTokenWillBeJudgedBy() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);

        node.approve(started, "alice@example.com");

        assertThat(
                        node.signIns
                                .last(new UserId("alice@example.com"), Instant.EPOCH)
                                .orElseThrow()
                                .groups())
                .containsExactly(new GroupName("devs"));
    }

    @Test
    void lg09_unknownSecretsOfAnyLengthAreUnknown() {
        for (String secret : List.of("", "x", "00000000-0000-0000-0000-000000000000")) {
            assertThat(node.poll.handle(secret, ADDRESS))
                    .isInstanceOf(PollChallenge.Answer.Unknown.class);
        }
        assertThat(node.poll.handle("a".repeat(10_000), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Unknown.class);
    }
}
