package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.slacktwin.Form;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.OutboundCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two choices in one form, seen to by two nodes at the same time. */
class ModalChoicesTest {
    private static final String HIDDEN = "hidden  ·  billing-prod";
    private static final String READER = "billing-reader  ·  billing-test";

    private final SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    private CommandDraft chosen(Form hands, String role) {
        door.clock.advance(Duration.ofMillis(700));
        return hands.composeChoose("role", role);
    }

    @Test
    void slackT49_anEarlierChoiceIsNotNotedOverALaterOneThatWasNotedMeanwhile() {
        // Given
        door.engineer().type("/consoleme request");
        Form hands =
                door.engineer().form(door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON));
        door.node.threads.await();
        hands.suggest("role", "i");
        CommandDraft earlier = chosen(hands, HIDDEN);
        CommandDraft later = chosen(hands, READER);
        try (SlackNode other = door.anotherNode()) {
            door.store.beforeWriting(
                    "slack-modal:",
                    () -> {
                        door.twin.sendCommandsTo(other.url());
                        assertThat(later.send().status()).isEqualTo(200);
                        other.threads.await();
                    });
            // When
            assertThat(earlier.send().status()).isEqualTo(200);
            door.node.threads.await();
        }
        // Then
        assertThat(door.twin.outbound().to("views.update"))
                .extracting(OutboundCall::error)
                .containsExactly("", "hash_conflict");
        assertThat(door.twin.draw(door.engineer().modal().orElseThrow()))
                .contains(READER)
                .doesNotContain(HIDDEN);
    }
}
