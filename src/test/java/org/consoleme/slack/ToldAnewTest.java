package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.GrantId;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever was told how a request ended hears in a new message that it went on. */
class ToldAnewTest {
    private static final String HIDDEN = "arn:aws:iam::200000000002:role/hidden";
    private static final String POST = "chat.postMessage";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;
    private final SlackNode other = door.anotherNode();

    @AfterEach
    void close() {
        other.close();
        asked.close();
    }

    private void approve() {
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Approve(asked.now().hash(), Set.of(), Optional.empty()));
    }

    private void deny() {
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                asked.request.id(),
                new ReviewCommand.Reject(asked.now().hash(), "not now"));
    }

    private void reopen() {
        door.clock.advance(Duration.ofMinutes(1));
        door.core.reopen.handle(door.callerOf(SlackDoor.ADMIN), asked.request.id());
    }

    private void lengthen(int hours) {
        door.clock.advance(Duration.ofMinutes(1));
        door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                asked.request.id(),
                asked.request.changes().getFirst().id(),
                new ChangeEdit.Length(Duration.ofHours(hours)));
    }

    /** Several times, on two nodes: nothing is told twice. */
    private void deliver() {
        door.deliver();
        other.notifier.requestChanged(asked.now());
        other.threadsOfCards.requestChanged(asked.now());
        door.node.notifier.requestChanged(asked.now());
    }

    private List<String> toldTo(String slackUser) {
        return DirectTalk.read(door, slackUser);
    }

    @Test
    void whatFailedAndThenWentThroughIsToldInAMessageOfItsOwn() {
        // Given
        approve();
        door.publish("200000000002");
        deliver();
        assertThat(toldTo(TwinSettings.ENGINEER)).singleElement().asString().contains("⚠ Failed");
        // When
        door.publish("200000000002", role(HIDDEN, Set.of("security"), Set.of()));
        door.core.retry.handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id());
        deliver();
        // Then
        assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        List<String> told = toldTo(TwinSettings.ENGINEER);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst())
                .contains("There was news of it since")
                .doesNotContain("[Return early]");
        assertThat(told.getLast()).contains("✔ Applied", "weep file", "[Return early]");
    }

    @Test
    void whoeverHasARoleHearsThatItWasTakenAwayAndByWhom() {
        // Given
        approve();
        deliver();
        // When
        door.core.ending.revoke.handle(
                door.callerOf(SlackDoor.APPROVER),
                new GrantId(asked.request.id() + "-0"),
                "incident 7");
        deliver();
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER))
                .hasSize(2)
                .last()
                .asString()
                .contains("✖ Revoked by approver@example.com")
                .doesNotContain("weep file", "[Return early]");
    }

    @Test
    void whatSomebodyReturnedThemselvesIsNoNews() {
        // Given
        approve();
        deliver();
        // When
        door.core.ending.giveBack.handle(
                door.callerOf(SlackDoor.ENGINEER), new GrantId(asked.request.id() + "-0"));
        deliver();
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER)).singleElement().asString().contains("returned");
    }

    @Test
    void aRequestThatIsOpenedAgainIsSaidForAllToSeeUnderItsCardOnce() {
        // Given
        deny();
        deliver();
        assertThat(asked.thread()).isEmpty();
        // When
        reopen();
        deliver();
        // Then
        assertThat(asked.thread())
                .singleElement()
                .satisfies(line -> assertThat(door.twin.draw(line)).contains("● Waiting anew"));
        assertThat(door.twin.outbound().to(POST))
                .filteredOn(call -> call.sent().contains("reply_broadcast=1"))
                .hasSize(1);
        assertThat(door.twin.draw(door.card())).contains("[Approve]");
    }

    @Test
    void whatIsDeniedTwiceIsToldTwice() {
        // Given
        deny();
        deliver();
        reopen();
        deliver();
        assertThat(toldTo(TwinSettings.ENGINEER)).singleElement().asString().contains("● Waiting");
        // When
        deny();
        deliver();
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER)).hasSize(2).last().asString().contains("✖ Denied");
    }

    @Test
    void eachEditIsSaidUnderTheCardOnceAndNotUnderACardThatCameLater() {
        // Given
        door.core.configure(
                RequestsBehindSlack.RULES.replace("max_duration", "needed: 2\n  max_duration"));
        approve();
        deliver();
        // When
        lengthen(3);
        deliver();
        asked.approver.type("/consoleme inbox");
        asked.approver.click(door.answerTo(TwinSettings.APPROVER), "Show card");
        door.answerTo(TwinSettings.APPROVER);
        deliver();
        // Then
        assertThat(asked.thread()).hasSize(1);
        assertThat(toldTo(TwinSettings.APPROVER)).singleElement().asString().contains("[Approve]");
        lengthen(4);
        deliver();
        assertThat(asked.thread()).hasSize(2);
        assertThat(toldTo(TwinSettings.APPROVER)).last().asString().contains("● Waiting anew");
    }

    @Test
    void slackT82_aLineWhoseAnswerIsLostIsNotSaidTwice() {
        // Given
        asked.submitted(asked.clicked("Deny"), Map.of("reason", "not now"));
        door.deliver();
        reopen();
        door.twin.faults().breakOff(POST, 1);
        // When
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
        // Then
        assertThat(asked.thread()).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
    }
}
