package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.access.Grant;
import org.consoleme.shared.GrantId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten minutes before the end the one who has the role hears of it. */
class EndsSoonTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @BeforeEach
    void grant() {
        asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
        door.deliver();
        door.audit.clear();
    }

    @AfterEach
    void close() {
        asked.close();
    }

    /** A turn of the keeper, and what follows. */
    private void remind() {
        door.core.known.refresh();
        door.core.ending.remind.handle();
        door.deliver();
    }

    private List<Message> told() {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> door.twin.draw(m).startsWith("⏳"))
                .toList();
    }

    private Grant granted() {
        return door.core.grants.find(new GrantId(asked.request.id() + "-0")).orElseThrow();
    }

    @Test
    void itIsToldOnceInADirectMessage() {
        // Given
        door.clock.advance(Duration.ofMinutes(109));
        remind();
        assertThat(told()).isEmpty();
        // When
        door.clock.advance(Duration.ofMinutes(1));
        remind();
        remind();
        // Then
        assertThat(told())
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.channel()).startsWith("D");
                            assertThat(message.visibleTo(TwinSettings.ENGINEER)).isTrue();
                            GoldenAnswers.assertSame("told-ends-soon", door.twin, message);
                        });
    }

    @Test
    void fromThereItCanBeReturnedAndTheMessageSaysSo() {
        // Given
        door.clock.advance(Duration.ofMinutes(111));
        remind();
        // When
        asked.engineer.click(told().getFirst(), "Return early");
        // Then
        assertThat(asked.heard(TwinSettings.ENGINEER)).contains("Returned: hidden");
        door.deliver();
        assertThat(door.twin.draw(told().getFirst()))
                .contains("returned")
                .doesNotContain("[Extend]", "[Return early]");
    }

    @Test
    void fromThereMoreTimeCanBeAskedFor() {
        // Given
        door.clock.advance(Duration.ofMinutes(111));
        remind();
        // When
        asked.engineer.click(told().getFirst(), "Extend");
        // Then
        SlackView form = asked.modal(TwinSettings.ENGINEER);
        assertThat(door.twin.draw(form)).contains("hidden");
    }

    @Test
    void whenItIsOverTheMessageSaysSo() {
        // Given
        door.clock.advance(Duration.ofMinutes(111));
        remind();
        door.clock.advance(Duration.ofMinutes(10));
        // When
        door.core.ending.expire.handle();
        door.deliver();
        // Then
        assertThat(door.twin.draw(told().getFirst()))
                .contains("hidden in billing-prod ended")
                .doesNotContain("[Extend]");
    }

    @Test
    void slackT81_whatSlackDidNotTakeInTimeIsNotToldAfterTheEnd() {
        // Given
        door.clock.advance(Duration.ofMinutes(111));
        door.twin.faults().fail("chat.postMessage", 1, 503);
        remind();
        assertThat(told()).isEmpty();
        // When
        door.clock.advance(Duration.ofMinutes(10));
        door.deliver();
        // Then
        assertThat(told()).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(granted().live(door.clock.instant())).isFalse();
    }

    @Test
    void slackT80_whatSlackThrottlesIsToldALittleLater() {
        // Given
        door.clock.advance(Duration.ofMinutes(111));
        door.twin.faults().throttle("chat.postMessage", 1, Duration.ofSeconds(30));
        remind();
        // When
        door.clock.advance(Duration.ofSeconds(31));
        door.deliver();
        // Then
        assertThat(told()).hasSize(1);
    }
}
