package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consoleme.operations.Check;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rule may have a channel of its own for its cards. */
class ChannelOfARuleTest {
    private static final String OWN = "C0DATATEAM";
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
    }

    @Test
    void slackT83_theSelfCheckNamesTheChannelAndItsRule() {
        Check check = door.node.requests.channel;
        assertThat(check.look().state()).isEqualTo(Check.State.UP);

        door.twin.workspace().channels().put(CHANNEL.leftBy(TwinSettings.BOT));

        assertThat(check.look().state()).isEqualTo(Check.State.DEGRADED);
        assertThat(check.look().detail())
                .contains("channel C0DATATEAM in approval_rules", "channel_not_found");
    }
}
