package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.consoleme.operations.Check;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel that was shared with another organization and is our own again. */
class SharedForAWhileTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private String drawn() {
        return door.twin.draw(door.card());
    }

    private void share() {
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
        assertThat(drawn()).contains("shared with another organization");
        door.deliver();
        assertThat(drawn()).doesNotContain("[Approve]");
    }

    private void isBack() {
        assertThat(drawn()).contains("INC-4711", "[Approve]");
        asked.submitted(asked.clicked("Approve"), Map.of());
        assertThat(asked.done("approve")).isEqualTo(1);
    }

    @Test
    void itsCardsComeBack() {
        // Given
        share();
        // When
        door.twin.happens().unshared(TwinSettings.APPROVALS);
        door.node.threads.await();
        door.deliver();
        // Then
        assertThat(door.core.outbox.all()).isEmpty();
        isBack();
    }

    @Test
    void theyComeBackWithoutTheEventToo() {
        // Given
        share();
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.without(Channel.Flag.EXT_SHARED));
        // When
        assertThat(door.node.requests.channel.look().state()).isEqualTo(Check.State.UP);
        door.node.threads.await();
        door.deliver();
        // Then
        assertThat(drawn()).contains("[Approve]");
        // When
        int updates = door.twin.outbound().to("chat.update").size();
        door.clock.advance(Duration.ofMinutes(6));
        door.node.requests.channel.look();
        door.node.threads.await();
        door.deliver();
        // Then
        assertThat(door.twin.outbound().to("chat.update")).as("once").hasSize(updates);
        isBack();
    }

    @Test
    void thatItIsSharedOnceMoreIsSeenAtOnceWithoutTheEvent() {
        // Given
        share();
        door.twin.happens().unshared(TwinSettings.APPROVALS);
        door.node.threads.await();
        door.deliver();
        door.clock.advance(Duration.ofMinutes(5));
        // When
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.with(Channel.Flag.EXT_SHARED));
        door.node.requests.channel.look();
        door.node.threads.await();
        // Then
        assertThat(drawn()).contains("shared with another organization");
    }

    @Test
    void slackT67_aCardThatWasWithdrawnIsNotDrawnOnceMore() {
        // When
        share();
        // Then
        assertThat(door.twin.outbound().to("chat.update")).hasSize(1);
        assertThat(door.core.outbox.all()).isEmpty();
    }
}
