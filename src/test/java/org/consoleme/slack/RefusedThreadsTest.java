package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack says no to while a comment is said in the threads of the cards. */
class RefusedThreadsTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<String> directly() {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().startsWith("D") && m.threadTs().isPresent())
                .map(door.twin::draw)
                .toList();
    }

    private void aMinuteLater() {
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "internal_error",
                "fatal_error",
                "invalid_auth",
                "token_revoked",
                "missing_scope"
            })
    void slackT81_aCommentWaitsWhileSlackRefusesAllPosts(String error) {
        // Given
        door.twin.faults().refuse("chat.postMessage", 1, error);
        door.core.comment(asked.request.id(), "once");
        // When
        door.deliver();
        assertThat(asked.saidByUs()).isEmpty();
        aMinuteLater();
        // Then
        assertThat(asked.saidByUs()).containsExactly("engineer@example.com: “once”");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_archived", "not_in_channel", "restricted_action"})
    void slackT83_whereNobodyCanReplyItIsNotTriedForEver(String error) {
        door.twin.faults().refuse("chat.postMessage", 1, error);
        door.core.comment(asked.request.id(), "once");
        door.deliver();
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT82_whenItCannotBeReadWhatStandsThereNothingIsSaidYet() {
        // Given
        door.twin.faults().breakOff("chat.postMessage", 1);
        door.twin.faults().refuse("conversations.replies", 1, "internal_error");
        door.core.comment(asked.request.id(), "once");
        // When
        door.deliver();
        aMinuteLater();
        aMinuteLater();
        // Then
        assertThat(door.twin.outbound().to("conversations.replies")).hasSize(2);
        assertThat(asked.saidByUs()).containsExactly("engineer@example.com: “once”");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT83_aThreadThatSlackRefusesKeepsNoOtherFromHearing() {
        // Given
        asked.approver.type("/consoleme inbox");
        asked.approver.click(door.answerTo(TwinSettings.APPROVER), "Show card");
        door.answerTo(TwinSettings.APPROVER);
        door.twin.faults().refuse("chat.postMessage", 1, "internal_error");
        door.core.comment(asked.request.id(), "once");
        // When
        door.deliver();
        // Then
        assertThat(asked.saidByUs()).isEmpty();
        assertThat(directly()).containsExactly("engineer@example.com: “once”");
        aMinuteLater();
        assertThat(asked.saidByUs()).hasSize(1);
        assertThat(directly()).hasSize(1);
    }
}
