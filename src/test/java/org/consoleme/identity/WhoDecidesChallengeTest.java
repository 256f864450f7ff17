package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.identity.ChallengeFixture.ADDRESS;
import static org.consoleme.identity.ChallengeFixture.NOON;
import static org.consoleme.identity.ChallengeFixture.assertProblem;
import static org.consoleme.identity.ChallengeFixture.caller;

import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/**
 * Only the person a terminal asked for decides, once, after looking; ids of weep's contract in the
 * names.
 */
class WhoDecidesChallengeTest {
    private final ChallengeFixture node = new ChallengeFixture();

    @Test
    void lg03_onlyThePersonItWasAskedForCanApproveAndTheTryIsRecorded() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        VisitChallenge.Visit seen = node.visit.handle(caller("bob@example.com"), started.token());

        assertThat(seen.mayDecide()).isFalse();
        assertThat(seen.challenge().nonce()).isEmpty();
        assertProblem(
                () -> node.decide.handle(caller("bob@example.com"), started.token(), "x", true),
                Problem.Forbidden.class);
        assertThat(node.audit)
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(event.subject()).isEqualTo("alice@example.com");
                            assertThat(event.origin().actor()).isEqualTo("bob@example.com");
                        });
        assertThat(node.poll.handle(started.secret(), ADDRESS))
                .isInstanceOf(PollChallenge.Answer.Pending.class);
    }

    @Test
    void bobsVisitDoesNotUseUpAlices() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        node.visit.handle(caller("bob@example.com"), started.token());

        assertThat(node.visit.handle(caller("alice@example.com"), started.token()).first())
                .isTrue();
    }

    @Test
    void lg06_aWrongNonceAndASecondApprovalAreRefused() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        Caller alice = caller("alice@example.com");
        String nonce = node.nonce(started, "alice@example.com");

        assertProblem(
                () -> node.decide.handle(alice, started.token(), nonce + "x", true),
                Problem.Forbidden.class);
        node.decide.handle(alice, started.token(), nonce, true);
        assertProblem(
                () -> node.decide.handle(alice, started.token(), nonce, true),
                Problem.Conflict.class);
        assertThat(node.audit)
                .extracting(AuditEvent::outcome)
                .containsExactly(Outcome.DENIED, Outcome.DONE, Outcome.DENIED);
    }

    @Test
    void aReloadedPageKeepsItsNonceAndSaysItIsNotTheFirst() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        String nonce = node.nonce(started, "alice@example.com");

        VisitChallenge.Visit again =
                node.visit.handle(caller("alice@example.com"), started.token());

        assertThat(again.first()).isFalse();
        assertThat(again.mayDecide()).isTrue();
        assertThat(again.challenge().nonce()).contains(nonce);
    }

    @Test
    void nobodyDecidesWithoutLooking() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);

        assertProblem(
                () -> node.decide.handle(caller("alice@example.com"), started.token(), "", true),
                Problem.Invalid.class);
    }

    @Test
    void aTerminalsOwnTokenCannotApproveAnother() {
        StartChallenge.Started started = node.start.handle("alice@example.com", ADDRESS);
        Caller web = caller("alice@example.com");
        Caller weep = new Caller(web.user(), web.groups(), Proof.WEEP_TOKEN, NOON, web.origin());

        assertProblem(
                () -> node.decide.handle(weep, started.token(), "x", true),
                Problem.Forbidden.class);
    }
}
