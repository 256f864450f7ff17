package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.RequestId;
import org.junit.jupiter.api.Test;

/** A card that does not show what it should; each test begins with an empty store. */
public abstract class OutdatedCardsContract {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    static final RequestId REQUEST = new RequestId("24b9ef3c-4417-4d22-b7f9-ab24dbc1e495");

    static final Instant UNTIL = NOW.plusSeconds(40);

    protected abstract PostedCards cards();

    /** The subjects of all announcements that are due. */
    protected abstract List<String> announced();

    static PostedCard card(String place, RequestId request, long revision) {
        return new PostedCard(
                place, request, PostedCard.Kind.CARD, "hash-" + revision, revision, NOW);
    }

    /** As whoever takes it upon themselves to post it. */
    static PostedCard post(PostedCards cards, PostedCard card) {
        Copy copy = new Copy("for " + card.place(), card.request(), card.kind());
        cards.take(copy, NOW, UNTIL);
        assertThat(cards.posted(copy, UNTIL, card)).isTrue();
        return card;
    }

    @Test
    void aCardThatDoesNotShowWhatItShouldIsOlderThanAnyOther() {
        PostedCards cards = cards();
        PostedCard first = post(cards, card("T1#C1#1.2", REQUEST, 0));

        assertThat(cards.outdated(first, NOW)).isTrue();

        PostedCard now = cards.find("T1#C1#1.2").orElseThrow();
        assertThat(now).isEqualTo(first.outdated());
        assertThat(now.revision()).isNegative();
        assertThat(announced()).containsExactly(REQUEST.value());
        assertThat(cards.replace(first, card("T1#C1#1.2", REQUEST, 1))).isFalse();
        assertThat(cards.replace(now, first)).isTrue();
    }

    @Test
    void whatWasDrawnOrForgottenMeanwhileIsNotAnnounced() {
        PostedCards cards = cards();
        PostedCard first = post(cards, card("T1#C1#1.2", REQUEST, 1));
        cards.replace(first, card("T1#C1#1.2", REQUEST, 2));

        assertThat(cards.outdated(first, NOW)).isFalse();
        assertThat(cards.outdated(card("T1#C1#never", REQUEST, 1), NOW)).isFalse();

        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 2));
        assertThat(announced()).isEmpty();
    }
}
