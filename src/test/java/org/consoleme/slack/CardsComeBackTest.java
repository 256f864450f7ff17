package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.notifications.PostedCard;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No card stays withheld in a channel that is our own again. */
class CardsComeBackTest {
    private static final String WITHHELD = "shared with another organization";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private String drawn() {
        return door.twin.draw(door.card());
    }

    private void withdrawRequest() {
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id());
        door.deliver();
    }

    @Test
    void whatWasDecidedWhileItWasSharedComesBackToo() {
        // Given
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
        door.deliver();
        withdrawRequest();
        assertThat(drawn()).contains(WITHHELD);
        // When
        door.twin.happens().unshared(TwinSettings.APPROVALS);
        door.node.threads.await();
        door.deliver();
        // Then
        assertThat(drawn()).contains("INC-4711", "Withdrawn");
    }

    @Test
    void whatEndsBeingSharedDuringTheWithdrawalKeepsItsCards() {
        // Given: another node sees that, and has the card drawn, before we withdraw it
        door.core.cards.afterReplacing(
                () -> {
                    Channel channel =
                            door.twin
                                    .workspace()
                                    .channels()
                                    .find(TwinSettings.APPROVALS)
                                    .orElseThrow();
                    door.twin.workspace().channels().put(channel.without(Channel.Flag.EXT_SHARED));
                    PostedCard card = door.core.cards.of(asked.request.id()).getFirst();
                    assertThat(door.core.cards.outdated(card, door.clock.instant())).isTrue();
                });
        // When
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
        door.deliver();
        // Then
        assertThat(drawn()).contains("INC-4711", "[Approve]");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void whereSlackDoesNotSayWhetherItIsSharedTheCardGoes() {
        // Given
        door.twin.faults().fail("conversations.info", 1, 503);
        // When
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
        // Then
        assertThat(drawn()).contains(WITHHELD);
    }
}
