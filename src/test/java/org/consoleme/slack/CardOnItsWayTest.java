package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.requests.ChangeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The request moves on while its card is posted, and another node tells of that. */
class CardOnItsWayTest {
    private static final String UPDATE = "chat.update";

    private final SlackDoor door = new SlackDoor();
    private final SlackNode other = door.anotherNode();
    private ChangeRequest request;

    @BeforeEach
    void ask() {
        door.engineer().type(AskedDoor.LINE);
        door.answer();
        request = door.core.latest();
        door.core.outbox.due(door.clock.instant(), 100).forEach(door.core.outbox::done);
    }

    @AfterEach
    void close() {
        door.twin.faults().clear();
        other.close();
        door.close();
    }

    /** All that was to be told of it is told, and nothing of it is left in the outbox. */
    private void withdrawn() {
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), request.id());
        door.core.outbox.due(door.clock.instant(), 100).forEach(door.core.outbox::done);
        other.notifier.requestChanged(door.core.now(request));
    }

    private void isRight() {
        assertThat(door.twin.draw(door.card())).contains("Withdrawn").doesNotContain("[Approve]");
        assertThat(door.core.cards.of(request.id()))
                .singleElement()
                .satisfies(card -> assertThat(card.revision()).isPositive());
    }

    @Test
    void theCardShowsWhatBecameOfIt() {
        // Given
        door.core.cards.onTheWay(this::withdrawn);
        // When
        door.node.notifier.requestChanged(request);
        // Then
        isRight();
        assertThat(door.twin.outbound().to(UPDATE)).hasSize(1);
    }

    @Test
    void whereSlackDoesNotTakeThatNowItFollows() {
        // Given
        door.core.cards.onTheWay(
                () -> {
                    withdrawn();
                    door.twin.faults().throttle(UPDATE, 1, Duration.ofSeconds(30));
                });
        door.node.notifier.requestChanged(request);
        // When
        door.clock.advance(Duration.ofSeconds(31));
        door.deliver();
        // Then
        isRight();
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void aCardOfWhatDidNotMoveIsDrawnOnce() {
        door.node.notifier.requestChanged(request);
        assertThat(door.twin.draw(door.card())).contains("[Approve]");
        assertThat(door.twin.outbound().to(UPDATE)).isEmpty();
    }
}
