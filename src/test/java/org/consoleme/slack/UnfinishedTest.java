package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class UnfinishedTest {
    private static final int MANY = 20;

    private final SettableClock clock = SettableClock.atNoon();
    private final Unfinished unfinished = new Unfinished(clock);
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicBoolean works = new AtomicBoolean();

    private void awayUntilItWorks() {
        tries.incrementAndGet();
        if (!works.get()) {
            throw new Problem.Unavailable("Slack", Duration.ofSeconds(1)).asException();
        }
    }

    private void mistake() {
        tries.incrementAndGet();
        throw new IllegalStateException("a mistake");
    }

    @Test
    void whatFailsByAMistakeKeepsNothingElseFromBeingDone() {
        // Given
        for (int i = 0; i < MANY; i++) {
            unfinished.attempt(
                    "mistake " + i,
                    () -> {
                        throw new IllegalStateException("a mistake");
                    });
        }
        unfinished.attempt("away", this::awayUntilItWorks);
        works.set(true);
        // When
        unfinished.turn();
        unfinished.turn();
        // Then
        assertThat(tries).hasValue(2);
    }

    @Test
    void aMistakeIsTriedAgainButNotForEver() {
        unfinished.attempt("mistake", this::mistake);
        for (int i = 0; i < MANY; i++) {
            unfinished.turn();
        }
        assertThat(tries).hasValue(10);
    }

    @Test
    void whatWasRefusedIsNotTriedAgain() {
        unfinished.attempt(
                "refused",
                () -> {
                    tries.incrementAndGet();
                    throw new Problem.Refused("Slack", "is_archived").asException();
                });
        unfinished.turn();
        assertThat(tries).hasValue(1);
    }

    @Test
    void whatCameUnderTheSameNameMeanwhileIsNotForgotten() {
        // Given
        AtomicInteger first = new AtomicInteger();
        unfinished.attempt(
                "alert",
                () -> {
                    if (first.incrementAndGet() == 1) {
                        throw new Problem.Unavailable("Slack", Duration.ofSeconds(1)).asException();
                    }
                    unfinished.attempt("alert", this::awayUntilItWorks);
                });
        // When
        unfinished.turn();
        works.set(true);
        unfinished.turn();
        // Then
        assertThat(tries).hasValue(2);
        assertThat(first).hasValue(2);
    }

    @Test
    void manyAnswersKeepNoNamedWorkFromBeingTriedAgainFirst() {
        // Given
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            unfinished.answer(() -> noted(order, "answer"));
        }
        unfinished.attempt("alert", () -> noted(order, "alert"));
        order.clear();
        // When
        unfinished.turn();
        // Then
        assertThat(order).hasSize(51).startsWith("alert", "answer");
    }

    @Test
    void manyNamedThingsAreAllKept() {
        // Given
        for (int i = 0; i < 300; i++) {
            unfinished.attempt("alert " + i, this::awayUntilItWorks);
        }
        tries.set(0);
        // When
        unfinished.turn();
        // Then
        assertThat(tries).hasValue(300);
    }

    @Test
    void whereThereAreTooManyAnswersTheOldestGoes() {
        // Given
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            String name = "answer " + i;
            unfinished.answer(() -> noted(order, name));
        }
        order.clear();
        // When
        unfinished.turn();
        // Then
        assertThat(order).hasSize(50).startsWith("answer 1").endsWith("answer 50");
    }

    @Test
    void anAnswerIsTriedForAFewMinutes() {
        // Given
        unfinished.answer(this::awayUntilItWorks);
        // When
        clock.advance(Duration.ofMinutes(4));
        unfinished.turn();
        clock.advance(Duration.ofMinutes(2));
        unfinished.turn();
        unfinished.turn();
        // Then
        assertThat(tries).hasValue(3);
    }

    private static void noted(List<String> order, String name) {
        order.add(name);
        throw new Problem.TooMany(Duration.ofSeconds(1)).asException();
    }
}
