package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever decides on what was changed since hears it, whatever becomes of the other copies. */
class ConflictAnsweredTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    @Test
    void anErrorOfOurOwnWhileCopiesAreRedrawnDoesNotTakeTheAnswersPlace() {
        // Given
        SlackView modal = asked.clicked("Approve");
        door.core.edit.handle(
                door.callerOf(SlackDoor.ENGINEER),
                asked.request.id(),
                asked.request.changes().getFirst().id(),
                new ChangeEdit.Length(Duration.ofHours(3)));
        door.core.cards.afterReading(
                () -> {
                    throw new IllegalStateException("no such column");
                });
        // When
        String heard = asked.submitted(modal, Map.of());
        // Then
        assertThat(heard).contains("changed since you looked at it").doesNotContain("incident");
    }
}
