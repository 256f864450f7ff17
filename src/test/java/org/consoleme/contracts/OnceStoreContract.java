package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consoleme.shared.OnceStore;
import org.junit.jupiter.api.Test;

public abstract class OnceStoreContract {
    protected abstract OnceStore store();

    @Test
    void onlyTheFirstTimeIsTheFirst() {
        assertThat(store().firstTime("slack:one", Duration.ofMinutes(5))).isTrue();
        assertThat(store().firstTime("slack:one", Duration.ofMinutes(5))).isFalse();
        assertThat(store().firstTime("slack:two", Duration.ofMinutes(5))).isTrue();
    }

    @Test
    void ofManyAtOnceExactlyOneIsTheFirst() throws Exception {
        OnceStore store = store();
        Callable<Boolean> ask = () -> store.firstTime("slack:race", Duration.ofMinutes(5));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers =
                    threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> ask).toList());
            long first = 0;
            for (Future<Boolean> answer : answers) {
                first += answer.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
    }

    @Test
    void whatWasSeenIsForgottenInTime() {
        OnceStore store = store();
        store.firstTime("slack:short", Duration.ofMillis(30));

        await().atMost(Duration.ofSeconds(3))
                .until(() -> store.firstTime("slack:short", Duration.ofMillis(30)));

        assertThat(store.firstTime("slack:other", Duration.ofMinutes(1))).isTrue();
    }
}
