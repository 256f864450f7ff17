package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.notifications.PostedCards;
import org.consoleme.shared.RequestId;
import org.junit.jupiter.api.Test;

/** What was posted where, and who is to post what; each test begins with an empty store. */
public abstract class PostedCardsContract extends OutdatedCardsContract {
    private static final Copy COPY = new Copy("T1#C1", REQUEST, PostedCard.Kind.CARD);
    private static final Copy OTHER = new Copy("T1#C1", REQUEST, PostedCard.Kind.MESSAGE);

    @Test
    void aCardIsFoundWhereItWasPosted() {
        PostedCards cards = cards();
        PostedCard message =
                new PostedCard("T1#D1#1.2", REQUEST, PostedCard.Kind.MESSAGE, "abc", 3, NOW);
        post(cards, message);

        assertThat(cards.find("T1#D1#1.2")).contains(message);
        assertThat(cards.find("T1#D1#1.3")).isEmpty();
    }

    @Test
    void whatIsDrawnAnewReplacesWhatWasRead() {
        PostedCards cards = cards();
        PostedCard first = post(cards, card("T1#C1#1.2", REQUEST, 1));

        assertThat(cards.replace(first, card("T1#C1#1.2", REQUEST, 2))).isTrue();

        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 2));
    }

    @Test
    void whatSomebodyElseDrewMeanwhileIsNotReplaced() {
        PostedCards cards = cards();
        PostedCard first = post(cards, card("T1#C1#1.2", REQUEST, 1));
        cards.replace(first, card("T1#C1#1.2", REQUEST, 2));

        assertThat(cards.replace(first, card("T1#C1#1.2", REQUEST, 3))).isFalse();
        assertThat(cards.replace(first, card("T1#C1#1.2", REQUEST, 1))).isFalse();

        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 2));
    }

    @Test
    void whatIsBeingDrawnClaimsNothingAndIsForWhoDrawsItToFinish() {
        PostedCards cards = cards();
        PostedCard first = post(cards, card("T1#C1#1.2", REQUEST, 1));
        PostedCard drawing = first.beingDrawn(UNTIL);
        PostedCard another = first.beingDrawn(UNTIL.plusMillis(1));

        assertThat(cards.replace(first, drawing)).isTrue();

        assertThat(cards.find("T1#C1#1.2")).contains(drawing);
        assertThat(drawing.hash()).isEqualTo(PostedCard.NOTHING);
        assertThat(drawing.revision()).isNegative();
        assertThat(drawing.drawnUntil()).contains(UNTIL);
        assertThat(cards.replace(another, card("T1#C1#1.2", REQUEST, 2))).isFalse();
        assertThat(cards.replace(drawing, card("T1#C1#1.2", REQUEST, 2))).isTrue();
        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 2));
        assertThat(card("T1#C1#1.2", REQUEST, 2).drawnUntil()).isEmpty();
    }

    @Test
    void whatWasForgottenStaysForgotten() {
        PostedCards cards = cards();
        PostedCard first = post(cards, card("T1#C1#1.2", REQUEST, 1));
        cards.forget(COPY, "T1#C1#1.2");

        assertThat(cards.replace(first, card("T1#C1#1.2", REQUEST, 2))).isFalse();
        assertThat(cards.find("T1#C1#1.2")).isEmpty();
    }

    @Test
    void aCopyIsForOneToPostUntilTheTimeIsOver() {
        PostedCards cards = cards();

        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.OURS);
        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.TAKEN);
        assertThat(cards.take(OTHER, NOW, UNTIL)).isEqualTo(Copy.Taking.OURS);
        assertThat(cards.take(COPY, UNTIL.minusMillis(1), UNTIL)).isEqualTo(Copy.Taking.TAKEN);
        assertThat(cards.take(COPY, UNTIL, UNTIL.plusSeconds(60))).isEqualTo(Copy.Taking.OURS);
    }

    @Test
    void ofManyAtATimeOneTakesIt() {
        PostedCards cards = cards();
        ConcurrentLinkedQueue<Copy.Taking> all = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Instant until = UNTIL.plusMillis(i);
                threads.execute(() -> all.add(cards.take(COPY, NOW, until)));
            }
        }

        assertThat(all).hasSize(8).containsOnlyOnce(Copy.Taking.OURS);
    }

    @Test
    void whatWasPostedIsInTheRecordAndNotForAnybodyToPostAgain() {
        PostedCards cards = cards();
        cards.take(COPY, NOW, UNTIL);

        assertThat(cards.posted(COPY, UNTIL, card("T1#C1#1.2", REQUEST, 1))).isTrue();

        assertThat(cards.find("T1#C1#1.2")).contains(card("T1#C1#1.2", REQUEST, 1));
        assertThat(cards.take(COPY, UNTIL.plusSeconds(60), UNTIL.plusSeconds(120)))
                .isEqualTo(Copy.Taking.POSTED);
        assertThat(cards.find(COPY.toString())).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(cards.of(REQUEST)).hasSize(1));
    }

    @Test
    void whoComesTooLateHasPostedOneTooMany() {
        PostedCards cards = cards();
        Instant later = UNTIL.plusSeconds(60);
        cards.take(COPY, NOW, UNTIL);
        cards.take(COPY, UNTIL, later);

        assertThat(cards.posted(COPY, UNTIL, card("T1#C1#1.2", REQUEST, 1))).isFalse();
        assertThat(cards.find("T1#C1#1.2")).isEmpty();
        assertThat(cards.posted(COPY, later, card("T1#C1#1.3", REQUEST, 1))).isTrue();
        assertThat(cards.posted(COPY, UNTIL, card("T1#C1#1.2", REQUEST, 1))).isFalse();
    }

    @Test
    void aCopyThatWasNotPostedIsForTheNextOne() {
        PostedCards cards = cards();
        cards.take(COPY, NOW, UNTIL);

        cards.free(COPY, UNTIL.plusMillis(1));
        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.TAKEN);
        cards.free(COPY, UNTIL);
        cards.free(COPY, UNTIL);

        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.OURS);
    }

    @Test
    void aCopyThatIsLostWhereItStoodIsForTheNextOne() {
        PostedCards cards = cards();
        cards.take(COPY, NOW, UNTIL);
        cards.posted(COPY, UNTIL, card("T1#C1#1.2", REQUEST, 1));

        cards.free(COPY, UNTIL);
        cards.forget(COPY, "T1#C1#another");
        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.POSTED);
        cards.forget(COPY, "T1#C1#1.2");

        assertThat(cards.find("T1#C1#1.2")).isEmpty();
        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.OURS);
        cards.forget(COPY, "T1#C1#1.2");
        assertThat(cards.take(COPY, NOW, UNTIL)).isEqualTo(Copy.Taking.TAKEN);
    }

    @Test
    void whatItWasPostedForIsKeptWhileItIsDrawn() {
        PostedCards cards = cards();
        PostedCard first =
                new PostedCard(
                        "T1#D1#1.2", REQUEST, PostedCard.Kind.MESSAGE, "abc", 3, NOW, "failed-1");
        post(cards, first);
        cards.replace(first, first.beingDrawn(UNTIL));

        assertThat(cards.find("T1#D1#1.2").map(PostedCard::occasion)).contains("failed-1");
    }

    @Test
    void thereIsACopyForEachOccasion() {
        PostedCards cards = cards();
        Copy failed = new Copy("T1#D1", REQUEST, PostedCard.Kind.MESSAGE, "failed-1");
        Copy applied = new Copy("T1#D1", REQUEST, PostedCard.Kind.MESSAGE, "applied-2");
        cards.take(failed, NOW, UNTIL);
        cards.posted(failed, UNTIL, card("T1#D1#1.2", REQUEST, 1));

        assertThat(cards.take(applied, NOW, UNTIL)).isEqualTo(Copy.Taking.OURS);
        assertThat(cards.take(failed, NOW, UNTIL)).isEqualTo(Copy.Taking.POSTED);
    }

    @Test
    void aRequestKnowsAllItsCards() {
        PostedCards cards = cards();
        PostedCard here = card("T1#C1#1.2", REQUEST, 1);
        PostedCard there = card("T1#C2#3.4", REQUEST, 1);
        post(cards, here);
        post(cards, there);
        post(cards, card("T1#C1#5.6", new RequestId("another"), 1));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(cards.of(REQUEST)).containsExactlyInAnyOrder(here, there));
    }

    @Test
    void aForgottenCardIsGone() {
        PostedCards cards = cards();
        post(cards, card("T1#C1#1.2", REQUEST, 1));

        cards.forget(COPY, "T1#C1#1.2");
        cards.forget(COPY, "T1#C1#1.2");

        assertThat(cards.find("T1#C1#1.2")).isEmpty();
    }
}
