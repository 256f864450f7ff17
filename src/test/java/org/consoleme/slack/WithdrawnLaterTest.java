package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.operations.Check;
import org.consoleme.shared.Problem;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * T-67: what Slack does not take at once of a withdrawal follows, and the administrators know of
 * it.
 */
class WithdrawnLaterTest {
    private final DoorToShared shared = new DoorToShared();
    private final SlackDoor door = shared.door;

    @AfterEach
    void close() {
        shared.close();
    }

    @Test
    void slackT67_whatSlackDoesNotTakeNowFollowsAndTheAlertSaysSo() {
        // Given
        shared.more(3);
        door.twin.faults().throttle("chat.update", 1, Duration.ofSeconds(30));
        // When
        shared.share();
        // Then
        assertThat(shared.toTheAdministrator())
                .singleElement()
                .satisfies(
                        told ->
                                assertThat(told)
                                        .contains("4 cards there will be replaced by a link"));
        // When
        door.deliver();
        door.clock.advance(Duration.ofSeconds(31));
        door.deliver();
        // Then
        shared.isWithheld(4);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT67_whatCannotBeFoundNowIsWithdrawnLater() {
        // Given
        shared.more(120);
        door.core.requests.listsFailAfter(
                100, new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)));
        // When
        shared.share();
        // Then
        assertThat(shared.toTheAdministrator())
                .singleElement()
                .satisfies(
                        told ->
                                assertThat(told)
                                        .contains(
                                                "100 cards there were replaced",
                                                "Not all could be looked for yet"));
        // When
        door.core.requests.works();
        door.node.requests.unfinished.turn();
        // Then
        shared.isWithheld(121);
        assertThat(shared.toTheAdministrator()).hasSize(1);
    }

    @Test
    void slackT67_soItIsWithoutTheEvent() {
        // Given
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.with(Channel.Flag.EXT_SHARED));
        door.core.requests.listsFailAfter(
                0, new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)));
        assertThat(door.node.requests.channel.look().state()).isEqualTo(Check.State.DOWN);
        door.node.threads.await();
        // When
        door.core.requests.works();
        door.clock.advance(Duration.ofMinutes(3));
        door.node.requests.unfinished.turn();
        // Then
        shared.isWithheld(1);
        int updates = door.twin.outbound().to("chat.update").size();
        door.node.requests.channel.look();
        door.node.threads.await();
        assertThat(door.twin.outbound().to("chat.update")).as("once an hour").hasSize(updates);
    }

    @Test
    void slackT67_anAdministratorWhomSlackDoesNotLetUsTellIsToldLater() {
        // Given
        door.twin.faults().throttle("chat.postMessage", 1, Duration.ofSeconds(30));
        shared.share();
        assertThat(shared.toTheAdministrator()).isEmpty();
        // When
        door.clock.advance(Duration.ofSeconds(31));
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        assertThat(shared.toTheAdministrator())
                .singleElement()
                .satisfies(told -> assertThat(told).contains("1 card there was replaced"));
    }
}
