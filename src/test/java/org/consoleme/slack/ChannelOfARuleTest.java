package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.DoorWithRuleChannel.CHANNEL;
import static org.consoleme.slack.DoorWithRuleChannel.OWN;

import java.time.Duration;
import java.util.Map;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule may have a channel of its own for its cards. */
class ChannelOfARuleTest {
    private final DoorWithRuleChannel rule = new DoorWithRuleChannel();
    private final SlackDoor door = rule.door;

    @AfterEach
    void close() {
        rule.close();
    }

    @Test
    void itsCardsGoThereAndCountThere() {
        // Given
        rule.ask();
        assertThat(rule.in(TwinSettings.APPROVALS)).isEmpty();
        Message card = rule.in(OWN).getFirst();
        Actor approver = door.approver().in(OWN);
        // When
        approver.click(card, "Approve");
        approver.submit(
                door.twin.awaitModal(TwinSettings.APPROVER, SlackDoor.SOON),
                Map.of("reason", "ok"));
        door.answerTo(TwinSettings.APPROVER);
        door.deliver();
        // Then
        assertThat(door.core.latest().state()).isInstanceOf(RequestState.Applied.class);
        assertThat(rule.in(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("✔ Applied"));
    }

    @Test
    void withoutOneTheyGoToTheApprovalsChannel() {
        door.core.configure(RequestsBehindSlack.RULES);
        rule.ask();
        assertThat(rule.in(TwinSettings.APPROVALS)).hasSize(1);
        assertThat(rule.in(OWN)).isEmpty();
    }

    @Test
    void slackT83_whereTheAppCannotPostTheApprovalsChannelHasThem() {
        // Given
        door.twin.faults().refuse("chat.postMessage", 1, "is_archived");
        // When
        rule.ask();
        // Then
        assertThat(rule.in(OWN)).isEmpty();
        assertThat(rule.in(TwinSettings.APPROVALS)).hasSize(1);
    }

    @Test
    void slackT67_oneThatIsSharedWithOthersIsToldNothing() {
        // Given
        door.twin.workspace().channels().put(CHANNEL.with(Channel.Flag.EXT_SHARED));
        // When
        rule.ask();
        // Then
        assertThat(rule.in(OWN)).isEmpty();
        assertThat(rule.in(TwinSettings.APPROVALS)).hasSize(1);
    }

    @Test
    void slackT67_oneThatWasSharedLaterIsToldNothingMore() {
        // Given
        rule.ask();
        door.twin.workspace().channels().put(CHANNEL.with(Channel.Flag.EXT_SHARED));
        door.core.comment(door.core.latest().id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(rule.in(OWN))
                .singleElement()
                .satisfies(
                        m ->
                                assertThat(door.twin.draw(m))
                                        .contains("shared with another organization")
                                        .doesNotContain("INC-4711"));
        assertThat(rule.cards(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("INC-4711", "[Approve]"));
    }

    @Test
    void whileTheRoleIsNotKnownNobodyIsAsked() {
        // Given
        rule.engineer.type(AskedDoor.LINE);
        door.answer();
        rule.forgetTheRoles();
        // When
        door.deliver();
        // Then
        assertThat(rule.cards(OWN)).isEmpty();
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).hasSize(1);
        // When
        rule.knowTheRoles();
        // Then
        assertThat(rule.cards(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("any 1 of approvers"));
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void aCardThatWasDrawnMeanwhileSaysWhoDecidesAsSoonAsItIsKnown() {
        // Given
        rule.ask();
        rule.forgetTheRoles();
        door.core.comment(door.core.latest().id(), "one more thing");
        door.deliver();
        assertThat(door.twin.draw(rule.cards(OWN).getFirst())).contains("Nobody can approve this");
        // When
        rule.knowTheRoles();
        // Then
        assertThat(rule.cards(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("any 1 of approvers"));
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
    }

    @Test
    void aRuleWithAMistakeAsksNobodyUntilItIsCorrected() {
        // Given
        rule.engineer.type(AskedDoor.LINE);
        door.answer();
        String rules = RequestsBehindSlack.RULES + "  channel: " + OWN + "\n";
        door.core.configure(rules.replace("[approvers]", "[approvers]\n  needed: many"));
        // When
        door.deliver();
        // Then
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
        // When
        door.core.configure(rules);
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
        // Then
        assertThat(rule.cards(OWN)).hasSize(1);
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
    }

    @Test
    void whereNoRuleIsLeftTheCardSaysSoAndNoOtherIsPosted() {
        // Given
        rule.ask();
        door.core.configure("{}");
        door.core.comment(door.core.latest().id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(rule.cards(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("Nobody can approve this"));
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void aCardKeepsItsPlaceWhenTheRuleGetsAnotherChannel() {
        // Given
        rule.ask();
        door.core.configure(RequestsBehindSlack.RULES);
        door.core.comment(door.core.latest().id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(rule.cards(OWN)).hasSize(1);
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
    }
}
