package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer that Slack takes without saying so is not said for ever. */
class AnswersOnceTest {
    private static final String WHISPER = "chat.postEphemeral";
    private static final String POST = "chat.postMessage";
    private static final int TURNS = 10;

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.twin.faults().clear();
        door.close();
    }

    private void send() {
        engineer.type("/consoleme request hidden");
        var form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        assertThat(engineer.submit(form, Map.of("length", "4 h", "why", "INC-2")).status())
                .isEqualTo(200);
        door.node.threads.await();
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
        send();
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
        send();
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
        send();
        // When
        door.clock.advance(Duration.ofMinutes(6));
        turns();
        door.clock.advance(Duration.ofMinutes(6));
        turns();
        // Then
        assertThat(calls(POST)).isEqualTo(posts + 1);
    }
}
