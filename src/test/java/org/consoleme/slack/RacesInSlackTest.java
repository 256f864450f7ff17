package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.consoleme.audit.Outcome;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

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

    @RepeatedTest(3)
    void slackT46_whoApprovesWhatIsWithdrawnLearnsOfIt() {
        // Given
        CommandDraft approve = byApprover("Approve");
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id());
        asked.request = asked.now();
        // When, Then
        assertThat(asked.refused("Conflict", TwinSettings.APPROVER, approve)).contains("withdrew");
    }

    @RepeatedTest(1)
    void slackT46_whoApprovesWhatHasExpiredLearnsOfIt() {
        // Given
        CommandDraft approve = byApprover("Approve");
        door.clock.advance(Duration.ofDays(1).plusSeconds(1));
        door.core.expire.handle(door.callerOf(SlackDoor.ADMIN).origin());
        asked.request = asked.now();
        CommandDraft now = approve.at(door.clock.instant());
        // When, Then
        assertThat(asked.refused("Conflict", TwinSettings.APPROVER, now)).contains("expired");
    }

    @RepeatedTest(1)
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
}
