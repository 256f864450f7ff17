package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.AskedByForm.POST;
import static org.consoleme.slack.AskedByForm.WHISPER;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer that Slack takes without saying so is not said for ever. */
class AnswersOnceTest {
    private static final int TURNS = 10;

    private final AskedByForm asked = new AskedByForm();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private int calls(String method) {
        return door.twin.outbound().to(method).size();
    }

    private void turns() {
        for (int i = 0; i < TURNS; i++) {
            door.node.requests.unfinished.turn();
        }
    }

    @Test
    void whatIsWhisperedLateIsWhisperedOnceMoreAndNotSaidElsewhere() {
        // Given
        int posts = calls(POST);
        door.twin.faults().loseAnswer(WHISPER, TURNS);
        // When
        asked.send();
        turns();
        // Then
        assertThat(calls(WHISPER)).isEqualTo(2);
        assertThat(calls(POST)).isEqualTo(posts);
    }

    @Test
    void whatIsPostedLateIsPostedOnceMore() {
        // Given
        int posts = calls(POST);
        door.twin.faults().refuse(WHISPER, TURNS, "user_not_in_channel");
        door.twin.faults().loseAnswer(POST, TURNS);
        // When
        asked.send();
        turns();
        // Then
        assertThat(calls(POST)).isEqualTo(posts + 2);
        assertThat(calls(WHISPER)).isEqualTo(1);
    }

    @Test
    void whatIsThrottledForLongIsGivenUp() {
        // Given
        int posts = calls(POST);
        door.twin.faults().throttle(WHISPER, 1, Duration.ofMinutes(10));
        door.twin.faults().throttle(POST, 1, Duration.ofMinutes(10));
        asked.send();
        // When
        door.clock.advance(Duration.ofMinutes(6));
        turns();
        door.clock.advance(Duration.ofMinutes(6));
        turns();
        // Then
        assertThat(calls(POST)).isEqualTo(posts + 1);
    }
}
