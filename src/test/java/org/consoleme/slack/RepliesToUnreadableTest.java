package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.requests.UnreadableRequest;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reply under the card of a request that this release cannot read. */
class RepliesToUnreadableTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void whoSaidItHearsEachTimeThatItIsNoComment() {
        // Given
        door.core.requests.spoil(asked.request.id());
        // When
        asked.approver.reply(asked.card, "hello");
        String heard = asked.heard(TwinSettings.APPROVER);
        asked.approver.reply(asked.card, "hello?");
        door.node.threads.await();
        // Then
        assertThat(heard)
                .isEqualTo(
                        "Your reply did not become a comment of the request: "
                                + UnreadableRequest.SENTENCE);
        assertThat(door.twin.outbound().to("chat.postEphemeral")).hasSize(2);
    }
}
