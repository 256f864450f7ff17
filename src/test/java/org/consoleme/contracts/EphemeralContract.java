package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consoleme.shared.Ephemeral;
import org.junit.jupiter.api.Test;

public abstract class EphemeralContract {
    private static final Duration LONG = Duration.ofMinutes(5);

    protected abstract Ephemeral store();

    @Test
    void aValueIsThereUntilItIsTaken() {
        Ephemeral store = store();
        store.put("signin:a", "dräft\n1", LONG);

        assertThat(store.get("signin:a")).contains("dräft\n1");
        assertThat(store.take("signin:a")).contains("dräft\n1");
        assertThat(store.take("signin:a")).isEmpty();
        assertThat(store.get("signin:a")).isEmpty();
    }

    @Test
    void theLastPutWins() {
        Ephemeral store = store();
        store.put("signin:a", "one", LONG);
        store.put("signin:a", "two", LONG);

        assertThat(store.get("signin:a")).contains("two");
    }

    @Test
    void ofManyWhoTakeExactlyOneGetsIt() throws Exception {
        Ephemeral store = store();
        store.put("ticket:a", "for one", LONG);
        Callable<Optional<String>> take = () -> store.take("ticket:a");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<String>>> taken =
                    threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> take).toList());
            long got = 0;
            for (Future<Optional<String>> one : taken) {
                got += one.get().isPresent() ? 1 : 0;
            }
            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void aReplacementNeedsTheExpectedValue() {
        Ephemeral store = store();
        store.put("signin:a", "one", LONG);

        assertThat(store.replace("signin:a", "other", "two")).isFalse();
        assertThat(store.replace("signin:a", "one", "two")).isTrue();
        assertThat(store.replace("signin:a", "one", "three")).isFalse();
        assertThat(store.replace("signin:none", "one", "two")).isFalse();
        assertThat(store.get("signin:a")).contains("two");
    }

    @Test
    void aValueEndsInTimeAlsoWhenItWasReplaced() {
        Ephemeral store = store();
        store.put("signin:a", "one", Duration.ofMillis(300));
        store.replace("signin:a", "one", "two");

        await().atMost(Duration.ofSeconds(3)).until(() -> store.get("signin:a").isEmpty());

        assertThat(store.replace("signin:a", "two", "three")).isFalse();
    }
}
