package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.DoorWithRuleChannel.CHANNEL;

import java.time.Duration;
import org.consoleme.operations.Check;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the self-check says of the channels that rules name. */
class CheckOfChannelsTest {
    private final DoorWithRuleChannel rule = new DoorWithRuleChannel();
    private final SlackDoor door = rule.door;

    @AfterEach
    void close() {
        rule.close();
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
