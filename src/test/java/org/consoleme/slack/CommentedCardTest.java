package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consoleme.notifications.PostedCard;
import org.consoleme.requests.RequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comments stand in the thread of a card, not on it. */
class CommentedCardTest {
    private static final String UPDATE = "chat.update";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<PostedCard> cards() {
        return door.core.cards.of(asked.request.id());
    }

    @Test
    void aCommentDrawsNoCardAnew() {
        // Given
        List<PostedCard> before = cards();
        // When
        for (int i = 0; i < 5; i++) {
            door.core.comment(asked.request.id(), "comment " + i);
            door.deliver();
        }
        // Then
        assertThat(door.twin.outbound().to(UPDATE)).isEmpty();
        assertThat(cards()).isEqualTo(before);
    }

    @Test
    void whoClicksMeanwhileDecidesOnWhatTheySaw() {
        door.core.comment(asked.request.id(), "hello");
        door.deliver();
        asked.submitted(asked.clicked("Approve"), Map.of());
        assertThat(asked.now().state()).isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void whatFollowsAfterCommentsIsDrawn() {
        // Given
        door.core.comment(asked.request.id(), "hello");
        door.core.comment(asked.request.id(), "anybody there?");
        door.deliver();
        // When
        asked.submitted(asked.clicked("Approve"), Map.of());
        door.deliver();
        // Then
        assertThat(door.twin.draw(door.card())).contains("✔ Applied").doesNotContain("[Approve]");
    }

    @Test
    void aCardThatWasDrawnWhenCommentsCountedIsDrawnAsWell() {
        // Given
        door.core.comment(asked.request.id(), "hello");
        door.core.comment(asked.request.id(), "anybody there?");
        PostedCard card = cards().getFirst();
        door.core.cards.replace(
                card,
                new PostedCard(
                        card.place(),
                        card.request(),
                        card.kind(),
                        card.hash(),
                        2 * asked.now().version().revision() + 1,
                        card.postedAt()));
        // When
        asked.submitted(asked.clicked("Deny"), Map.of("reason", "no"));
        door.deliver();
        // Then
        assertThat(door.twin.draw(door.card())).contains("✖ Denied").doesNotContain("[Approve]");
    }
}
