package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consoleme.operations.Check;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule may have a channel of its own for its cards. */
class ChannelOfARuleTest {
    private static final String OWN = "C0DATATEAM";
    private static final String HIDDEN = "arn:aws:iam::200000000002:role/hidden";
    private static final Channel CHANNEL =
            Channel.closed(OWN, "data-approvals", TwinSettings.APPROVER, TwinSettings.BOT);

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    ChannelOfARuleTest() {
        door.twin.workspace().channels().put(CHANNEL);
        door.core.configure(RequestsBehindSlack.RULES + "  channel: " + OWN + "\n");
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void ask() {
        engineer.type(AskedDoor.LINE);
        door.answer();
        door.deliver();
    }

    private List<Message> in(String channel) {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().equals(channel))
                .filter(m -> m.ephemeralTo().isEmpty())
                .toList();
    }

    private List<Message> cards(String channel) {
        return in(channel).stream().filter(m -> m.threadTs().isEmpty()).toList();
    }

    @Test
    void itsCardsGoThereAndCountThere() {
        // Given
        ask();
        assertThat(in(TwinSettings.APPROVALS)).isEmpty();
        Message card = in(OWN).getFirst();
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
        assertThat(in(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("✔ Applied"));
    }

    @Test
    void withoutOneTheyGoToTheApprovalsChannel() {
        door.core.configure(RequestsBehindSlack.RULES);
        ask();
        assertThat(in(TwinSettings.APPROVALS)).hasSize(1);
        assertThat(in(OWN)).isEmpty();
    }

    @Test
    void slackT83_whereTheAppCannotPostTheApprovalsChannelHasThem() {
        // Given
        door.twin.faults().refuse("chat.postMessage", 1, "is_archived");
        // When
        ask();
        // Then
        assertThat(in(OWN)).isEmpty();
        assertThat(in(TwinSettings.APPROVALS)).hasSize(1);
    }

    @Test
    void slackT67_oneThatIsSharedWithOthersIsToldNothing() {
        // Given
        door.twin.workspace().channels().put(CHANNEL.with(Channel.Flag.EXT_SHARED));
        // When
        ask();
        // Then
        assertThat(in(OWN)).isEmpty();
        assertThat(in(TwinSettings.APPROVALS)).hasSize(1);
    }

    @Test
    void slackT67_oneThatWasSharedLaterIsToldNothingMore() {
        // Given
        ask();
        door.twin.workspace().channels().put(CHANNEL.with(Channel.Flag.EXT_SHARED));
        door.core.comment(door.core.latest().id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(in(OWN))
                .singleElement()
                .satisfies(
                        m ->
                                assertThat(door.twin.draw(m))
                                        .contains("shared with another organization")
                                        .doesNotContain("INC-4711"));
        assertThat(cards(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("INC-4711", "[Approve]"));
    }

    /** As a node that just started: it knows no role yet. */
    private void forgetTheRoles() {
        door.publish("200000000002", Roles.role(SlackDoor.READER, Set.of("finops"), Set.of()));
    }

    private void knowTheRoles() {
        door.publish("200000000002", Roles.role(HIDDEN, Set.of("security"), Set.of()));
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
    }

    @Test
    void whileTheRoleIsNotKnownNobodyIsAsked() {
        // Given
        engineer.type(AskedDoor.LINE);
        door.answer();
        forgetTheRoles();
        // When
        door.deliver();
        // Then
        assertThat(cards(OWN)).isEmpty();
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).hasSize(1);
        // When
        knowTheRoles();
        // Then
        assertThat(cards(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("any 1 of approvers"));
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void aCardThatWasDrawnMeanwhileSaysWhoDecidesAsSoonAsItIsKnown() {
        // Given
        ask();
        forgetTheRoles();
        door.core.comment(door.core.latest().id(), "one more thing");
        door.deliver();
        assertThat(door.twin.draw(cards(OWN).getFirst())).contains("Nobody can approve this");
        // When
        knowTheRoles();
        // Then
        assertThat(cards(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("any 1 of approvers"));
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
    }

    @Test
    void aRuleWithAMistakeAsksNobodyUntilItIsCorrected() {
        // Given
        engineer.type(AskedDoor.LINE);
        door.answer();
        String rules = RequestsBehindSlack.RULES + "  channel: " + OWN + "\n";
        door.core.configure(rules.replace("[approvers]", "[approvers]\n  needed: many"));
        // When
        door.deliver();
        // Then
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
        // When
        door.core.configure(rules);
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
        // Then
        assertThat(cards(OWN)).hasSize(1);
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
    }

    @Test
    void whereNoRuleIsLeftTheCardSaysSoAndNoOtherIsPosted() {
        // Given
        ask();
        door.core.configure("{}");
        door.core.comment(door.core.latest().id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(cards(OWN))
                .singleElement()
                .satisfies(m -> assertThat(door.twin.draw(m)).contains("Nobody can approve this"));
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void aCardKeepsItsPlaceWhenTheRuleGetsAnotherChannel() {
        // Given
        ask();
        door.core.configure(RequestsBehindSlack.RULES);
        door.core.comment(door.core.latest().id(), "one more thing");
        // When
        door.deliver();
        // Then
        assertThat(cards(OWN)).hasSize(1);
        assertThat(cards(TwinSettings.APPROVALS)).isEmpty();
    }

    @Test
    void slackT83_theSelfCheckNamesAllChannelsAndIsAsBadAsTheWorst() {
        // Given
        Channel approvals =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(approvals.leftBy(TwinSettings.BOT));
        door.twin.workspace().channels().put(CHANNEL.with(Channel.Flag.EXT_SHARED));
        // When
        Check.Finding found = door.node.requests.channel.look();
        // Then
        assertThat(found.state()).isEqualTo(Check.State.DOWN);
        assertThat(found.detail())
                .startsWith("channel C0DATATEAM")
                .contains("slack.approvals_channel", "channel_not_found");
        assertThat(found.todo().orElseThrow()).contains("private channel of your own", "invite");
    }

    @Test
    void theSelfCheckLeavesSlackAloneWhileAllIsFine() {
        Check check = door.node.requests.channel;
        check.look();
        int asked = door.twin.outbound().to("conversations.info").size();

        assertThat(check.look().state()).isEqualTo(Check.State.UP);

        assertThat(door.twin.outbound().to("conversations.info")).hasSize(asked);
    }

    @Test
    void slackT83_theSelfCheckNamesTheChannelAndItsRule() {
        Check check = door.node.requests.channel;
        assertThat(check.look().state()).isEqualTo(Check.State.UP);

        door.twin.workspace().channels().put(CHANNEL.leftBy(TwinSettings.BOT));
        door.clock.advance(Duration.ofMinutes(5));

        assertThat(check.look().state()).isEqualTo(Check.State.DEGRADED);
        assertThat(check.look().detail())
                .contains("channel C0DATATEAM in approval_rules", "channel_not_found");
    }
}
