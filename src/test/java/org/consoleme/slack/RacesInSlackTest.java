package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.HeldWriter;
import org.consoleme.fakes.InMemoryOlderRequests;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ExpireRequests;
import org.consoleme.requests.RequestAudit;
import org.consoleme.requests.RequestDesk;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two people at the same time: one outcome, and the other one hears of it. */
class RacesInSlackTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;
    private final Actor admin = admin();

    @AfterEach
    void close() {
        asked.close();
    }

    private Actor admin() {
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        return door.twin.actAs(TwinSettings.ADMIN).in(TwinSettings.APPROVALS);
    }

    private CommandDraft byApprover(String label) {
        return asked.approver.composeSubmit(asked.clicked(label), Map.of("reason", "first"));
    }

    private CommandDraft byAdmin(String label) {
        admin.click(asked.card, label);
        SlackView modal = asked.modal(TwinSettings.ADMIN);
        return admin.composeSubmit(modal, Map.of("reason", "second"));
    }

    private void atOnce(CommandDraft one, CommandDraft other) {
        door.audit.clear();
        door.twin.sendAtOnce(List.of(one.prepare(), other.prepare()));
        asked.heard(TwinSettings.APPROVER);
        asked.heard(TwinSettings.ADMIN);
    }

    private void oneDoneOneDenied() {
        assertThat(door.audit.events())
                .extracting(e -> e.outcome())
                .containsExactlyInAnyOrder(Outcome.DONE, Outcome.DENIED);
    }

    @RepeatedTest(5)
    void slackT46_ofTwoWhoApproveOneIsFirst() {
        atOnce(byApprover("Approve"), byAdmin("Approve"));
        oneDoneOneDenied();
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(1);
        door.deliver();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(door.core.known.of(asked.request.requester())).hasSize(1);
    }

    @RepeatedTest(5)
    void slackT46_ofOneWhoApprovesAndOneWhoDeniesOneIsFirst() {
        atOnce(byApprover("Approve"), byAdmin("Deny"));
        oneDoneOneDenied();
        ChangeRequest now = asked.now();
        assertThat(now.reviews()).hasSize(1);
        door.deliver();
        boolean denied = now.state() instanceof RequestState.Rejected;
        assertThat(door.core.known.of(asked.request.requester())).hasSize(denied ? 0 : 1);
        assertThat(door.twin.draw(door.card())).contains(denied ? "✖ Denied" : "✔ Applied");
    }

    @RepeatedTest(3)
    void slackT46_twoOfTwoAreBothCounted() {
        door.core.configure(RequestsBehindSlack.RULES + "  needed: 2\n");
        atOnce(byApprover("Approve"), byAdmin("Approve"));
        assertThat(door.audit.events()).extracting(e -> e.outcome()).containsOnly(Outcome.DONE);
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(2);
        assertThat(asked.now().state()).isInstanceOf(RequestState.Approved.class);
    }

    /** The approval has read the request, and is about to be written. */
    private HeldWriter approvalUnderWay() {
        CommandDraft approve = byApprover("Approve");
        HeldWriter approval = door.core.requests.holdNextWriter();
        door.audit.clear();
        assertThat(approve.send().status()).isEqualTo(200);
        approval.awaitArrival();
        return approval;
    }

    /** Something else is under way; meanwhile the approval comes and is written. */
    private void approvalOvertakes(Runnable step) {
        CommandDraft approve = byApprover("Approve").at(door.clock.instant());
        HeldWriter other = door.core.requests.holdNextWriter();
        door.audit.clear();
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.execute(step);
            other.awaitArrival();
            assertThat(approve.send().status()).isEqualTo(200);
            assertThat(asked.heard(TwinSettings.APPROVER)).startsWith("You approved it.");
            other.letGo();
        }
        door.deliver();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(asked.held()).hasSize(1);
    }

    private void approvalLost(HeldWriter approval, String said) {
        approval.letGo();
        assertThat(asked.heard(TwinSettings.APPROVER)).contains(said);
        assertThat(asked.done("approve")).isZero();
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isZero();
        door.deliver();
        assertThat(asked.held()).isEmpty();
    }

    private void withdraw() {
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id());
    }

    private void expire() {
        door.core.expire.handle(door.callerOf(SlackDoor.ADMIN).origin());
    }

    @Test
    void slackT46_whoApprovesWhileItIsWithdrawnLearnsOfIt() {
        HeldWriter approval = approvalUnderWay();
        withdraw();
        oneIs("cancel", Outcome.DONE);
        approvalLost(approval, "withdrew");
        oneDoneOneDenied();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Cancelled.class);
    }

    @Test
    void slackT46_whoWithdrawsWhileItIsApprovedIsTooLate() {
        AtomicReference<Problem> late = new AtomicReference<>();
        approvalOvertakes(
                () ->
                        late.set(
                                catchThrowableOfType(ProblemException.class, this::withdraw)
                                        .problem()));
        assertThat(late.get()).isInstanceOf(Problem.Conflict.class);
        oneIs("cancel", Outcome.DENIED);
    }

    @Test
    void slackT46_whoApprovesWhileItExpiresLearnsOfIt() {
        HeldWriter approval = approvalUnderWay();
        door.clock.advance(Duration.ofDays(1).plusSeconds(1));
        expire();
        oneIs("expire", Outcome.DONE);
        approvalLost(approval, "expired");
        oneDoneOneDenied();
        assertThat(asked.now().state()).isInstanceOf(RequestState.Expired.class);
    }

    /** The clock of the node that expires it is ahead of the other's. */
    @Test
    void slackT46_whatIsApprovedMeanwhileDoesNotExpire() {
        Clock ahead = Clock.offset(door.clock, Duration.ofDays(1).plusSeconds(1));
        RequestDesk desk =
                new RequestDesk(
                        door.core.requests,
                        new InMemoryOlderRequests(),
                        new RequestAudit(door.audit, ahead),
                        ahead);
        ExpireRequests expire = new ExpireRequests(door.core.requests, desk, ahead);
        approvalOvertakes(() -> expire.handle(door.callerOf(SlackDoor.ADMIN).origin()));
        assertThat(asked.done("expire")).isZero();
    }

    @Test
    void slackT46_whoLosesTheRightWhileSomebodyElseIsFasterIsRefused() {
        HeldWriter approval = approvalUnderWay();
        door.core.configure(RequestsBehindSlack.RULES.replace("[approvers]", "[owners]"));
        door.core.comment(asked.request.id(), "meanwhile");
        approvalLost(approval, "not among");
        oneIs("approve", Outcome.DENIED);
        assertThat(asked.now().state()).isInstanceOf(RequestState.Pending.class);
    }

    @Test
    void slackT46_theRulesOfTheMomentCount() {
        // Given
        CommandDraft approve = byApprover("Approve");
        door.core.configure(RequestsBehindSlack.RULES.replace("[approvers]", "[owners]"));
        // When, Then
        asked.refused("NotApprover", TwinSettings.APPROVER, approve);
        door.directory.put(SlackDoor.APPROVER, Set.of("owners"));
        CommandDraft again = byApprover("Approve");
        again.send();
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> asked.reviews(Review.Verdict.APPROVED) == 1);
    }

    private void oneIs(String command, Outcome outcome) {
        assertThat(door.audit.events())
                .filteredOn(row -> command.equals(row.details().get("command")))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo(outcome));
    }
}
