package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consoleme.notifications.CardThreads;
import org.junit.jupiter.api.Test;

public abstract class CardThreadsContract {
    private static final String CARD = "T1#C1#1.2";

    protected abstract CardThreads threads();

    @Test
    void nothingIsSaidAtFirst() {
        assertThat(threads().said(CARD)).isEmpty();
    }

    @Test
    void aCommentIsBegunOnceUnderEachCard() {
        CardThreads threads = threads();
        assertThat(threads.begin(CARD, "a")).isTrue();
        assertThat(threads.begin(CARD, "a")).isFalse();
        assertThat(threads.begin(CARD, "b")).isTrue();
        assertThat(threads.begin("T1#C1#3.4", "a")).isTrue();
        assertThat(threads.said(CARD)).isEmpty();
    }

    @Test
    void whatStandsThereStandsThereOnce() {
        CardThreads threads = threads();
        threads.begin(CARD, "a");
        threads.stands(CARD, "a");
        threads.stands(CARD, "a");
        threads.stands(CARD, "never begun");
        assertThat(threads.said(CARD)).containsExactlyInAnyOrder("a", "never begun");
        assertThat(threads.said("T1#C1#3.4")).isEmpty();
        assertThat(threads.begin(CARD, "a")).isFalse();
    }

    @Test
    void ofManyWhoBeginTogetherOneDoes() {
        CardThreads threads = threads();
        AtomicInteger begun = new AtomicInteger();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(
                            i ->
                                    all.execute(
                                            () -> {
                                                if (threads.begin(CARD, "a")) {
                                                    begun.incrementAndGet();
                                                }
                                            }));
        }
        assertThat(begun).hasValue(1);
    }
}
