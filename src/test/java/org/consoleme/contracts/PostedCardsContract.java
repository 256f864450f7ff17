package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.RequestId;
import org.junit.jupiter.api.Test;

public abstract class PostedCardsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final RequestId REQUEST = new RequestId("24b9ef3c-4417-4d22-b7f9-ab24dbc1e495");

    protected abstract PostedCards cards();

    private static PostedCard card(String place, RequestId request, long revision) {
        return new PostedCard(
                place, request, PostedCard.Kind.CARD, "hash-" + revision, revision, NOW);
    }

    @Test
    void aCardIsFoundWhereItWasPosted() {
        PostedCards cards = cards();
        PostedCard message =
                new PostedCard("T1#D1#1.2", REQUEST, PostedCard.Kind.MESSAGE, "abc", 3, NOW);
        cards.save(message);

        assertThat(cards.find("T1#D1#1.2")).contains(message);
        assertThat(cards.find("T1#D1#1.3")).isEmpty();
    }

    @Test
    void aLaterRevisionReplacesAnEarlierOne() {
        PostedCards cards = cards();
        cards.save(card("T1#C1#1.2", REQUEST, 1));

        cards.save(card("T1#C1#1.2", REQUEST, 2));

        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 2));
    }

    @Test
    void anEarlierRevisionNeverReplacesALaterOne() {
        PostedCards cards = cards();
        cards.save(card("T1#C1#1.2", REQUEST, 2));

        cards.save(card("T1#C1#1.2", REQUEST, 1));

        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 2));
    }

    @Test
    void aRequestKnowsAllItsCards() {
        PostedCards cards = cards();
        PostedCard here = card("T1#C1#1.2", REQUEST, 1);
        PostedCard there = card("T1#C2#3.4", REQUEST, 1);
        cards.save(here);
        cards.save(there);
        cards.save(card("T1#C1#5.6", new RequestId("another"), 1));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(cards.of(REQUEST)).containsExactlyInAnyOrder(here, there));
    }

    @Test
    void aForgottenCardIsGone() {
        PostedCards cards = cards();
        cards.save(card("T1#C1#1.2", REQUEST, 1));

        cards.forget("T1#C1#1.2");
        cards.forget("T1#C1#1.2");

        assertThat(cards.find("T1#C1#1.2")).isEmpty();
    }
}
