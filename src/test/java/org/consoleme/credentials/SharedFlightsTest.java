package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Secret;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

class SharedFlightsTest {
    private static final RoleArn ROLE = RoleArn.parse("arn:aws:iam::200000000002:role/reader");

    @Test
    void equalCallsAtTheSameTimeShareOneAnswerAndOthersDoNot() throws Exception {
        // Given
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(1);
        SharedFlights flights =
                new SharedFlights(
                        request -> {
                            calls.incrementAndGet();
                            await(answered);
                            return keys(request);
                        });
        List<Future<TemporaryCredentials>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // When
            for (int i = 0; i < 50; i++) {
                all.add(
                        threads.submit(
                                () -> flights.assume(new UserId("a@example.com"), asked(1))));
            }
            all.add(threads.submit(() -> flights.assume(new UserId("b@example.com"), asked(1))));
            all.add(threads.submit(() -> flights.assume(new UserId("a@example.com"), asked(2))));
            Awaitility.await().until(() -> calls.get() >= 3);
            answered.countDown();
            // Then
            for (Future<TemporaryCredentials> one : all) {
                assertThat(one.get(5, TimeUnit.SECONDS).role()).isEqualTo(ROLE);
            }
        }
        assertThat(calls.get()).isLessThan(all.size());
    }

    @Test
    void callsThatEndAtDifferentInstantsAreNotEqual() {
        assertThat(ending("2026-03-01T13:00:00Z")).isNotEqualTo(ending("2026-03-01T14:00:00Z"));
        assertThat(ending("2026-03-01T13:00:00Z")).isEqualTo(ending("2026-03-01T13:00:00Z"));
    }

    private static AssumeRole ending(String at) {
        return new AssumeRole(
                ROLE,
                "a",
                Duration.ofMinutes(15),
                SessionPolicy.of(List.of(), Optional.of(Instant.parse(at))),
                Map.of(),
                Optional.empty());
    }

    @Test
    void nothingIsKeptAfterTheAnswer() {
        // Given
        AtomicInteger calls = new AtomicInteger();
        SharedFlights flights =
                new SharedFlights(
                        request -> {
                            calls.incrementAndGet();
                            return keys(request);
                        });
        // When
        flights.assume(new UserId("a@example.com"), asked(1));
        flights.assume(new UserId("a@example.com"), asked(1));
        // Then
        assertThat(calls).hasValue(2);
    }

    private static AssumeRole asked(int hours) {
        return new AssumeRole(
                ROLE, "a", Duration.ofHours(hours), Optional.empty(), Map.of(), Optional.empty());
    }

    private static TemporaryCredentials keys(AssumeRole request) {
        return new TemporaryCredentials(
                request.role(), "ASIA", new Secret("key"), new Secret("token"), Instant.EPOCH);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
