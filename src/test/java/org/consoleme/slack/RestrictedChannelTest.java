package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.DoorWithRuleChannel.OWN;

import java.time.Duration;
import org.consoleme.operations.Check;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel is there, the app is in it, and may not post. */
class RestrictedChannelTest {
    private static final String POST = "chat.postMessage";

    private final DoorWithRuleChannel rule = new DoorWithRuleChannel();
    private final SlackDoor door = rule.door;
    private final Check check = door.node.requests.channel;

    @AfterEach
    void close() {
        door.twin.faults().clear();
        rule.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is_inactive",
                "restricted_action",
                "restricted_action_read_only_channel",
                "restricted_action_thread_only_channel"
            })
    void slackT83_theCardWaitsAndTheSelfCheckSaysSoUntilTheAppMayPost(String error) {
        // Given
        door.core.configure(RequestsBehindSlack.RULES);
        assertThat(check.look().state()).isEqualTo(Check.State.UP);
        door.twin.faults().always(POST, new Fault.Refusing(error));
        // When
        rule.ask();
        // Then
        assertThat(rule.cards(TwinSettings.APPROVALS)).isEmpty();
        assertThat(door.core.outbox.all()).isNotEmpty();
        assertThat(check.look().state()).isEqualTo(Check.State.DEGRADED);
        assertThat(check.look().detail()).contains("slack.approvals_channel", error);
        assertThat(check.look().todo().orElseThrow()).contains("let the app post");
        // When
        door.twin.faults().clear();
        door.clock.advance(Duration.ofMinutes(16));
        door.deliver();
        // Then
        assertThat(rule.cards(TwinSettings.APPROVALS))
                .singleElement()
                .satisfies(card -> assertThat(door.twin.draw(card)).contains("[Approve]"));
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(check.look().state()).isEqualTo(Check.State.UP);
    }

    @Test
    void slackT83_theApprovalsChannelHasTheCardThatTheRulesChannelRefuses() {
        // Given
        door.twin.faults().refuse(POST, 1, "restricted_action");
        // When
        rule.ask();
        // Then
        assertThat(rule.cards(OWN)).isEmpty();
        assertThat(rule.cards(TwinSettings.APPROVALS)).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(check.look().detail())
                .contains("channel C0DATATEAM in approval_rules", "restricted_action")
                .doesNotContain("slack.approvals_channel");
    }

    @Test
    void slackT83_aChannelThatIsGoneIsNotWaitedFor() {
        door.twin.faults().always(POST, new Fault.Refusing("is_archived"));
        rule.ask();
        assertThat(door.core.outbox.all()).isEmpty();
    }
}
