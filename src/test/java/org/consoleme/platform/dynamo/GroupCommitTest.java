package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ConcurrentLinkedQueue<List<Integer>> stored = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        released.countDown();
        callers.close();
    }

    private static GroupCommit<Integer> commit(
            GroupCommit.Limits limits, Consumer<List<Integer>> store) {
        GroupCommit<Integer> commit =
                new GroupCommit<>(limits, Thread.ofVirtual().factory(), store);
        commit.start();
        return commit;
    }

    private static GroupCommit.Limits limits(int lanes, int queue, Duration patience) {
        return new GroupCommit.Limits(25, lanes, queue, Duration.ofMillis(20), patience);
    }

    private void waitForRelease() {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertUnavailable(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
    }

    @Test
    void everyItemIsStoredOnceAndInGroupsOfNoMoreThanTheLimit() throws Exception {
        GroupCommit<Integer> commit = commit(limits(4, 1000, LONG), stored::add);
        List<Future<?>> writes =
                IntStream.range(0, 400)
                        .<Future<?>>mapToObj(i -> callers.submit(() -> commit.write(i)))
                        .toList();
        for (Future<?> write : writes) {
            write.get();
        }

        assertThat(stored.stream().flatMap(List::stream)).hasSize(400).doesNotHaveDuplicates();
        assertThat(stored).allSatisfy(group -> assertThat(group).hasSizeBetween(1, 25));
        assertThat(stored).hasSizeLessThan(200);
        commit.close();
    }

    @Test
    void severalGroupsAreOnTheirWayAtATime() {
        AtomicInteger under = new AtomicInteger();
        GroupCommit<Integer> commit =
                commit(
                        limits(3, 1000, LONG),
                        group -> {
                            under.incrementAndGet();
                            waitForRelease();
                        });
        for (int i = 0; i < 75; i++) {
            int item = i;
            callers.execute(() -> commit.write(item));
        }

        await().atMost(LONG).until(() -> under.get() == 3);

        assertThat(under).hasValue(3);
        released.countDown();
        commit.close();
    }

    @Test
    void aCallerDoesNotWaitLongerThanItsPatience() {
        GroupCommit<Integer> commit =
                commit(limits(1, 10, Duration.ofMillis(100)), group -> waitForRelease());

        assertThatThrownBy(() -> commit.write(1)).satisfies(GroupCommitTest::assertUnavailable);

        released.countDown();
        commit.close();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotStored() {
        AtomicInteger first = new AtomicInteger();
        GroupCommit<Integer> commit =
                commit(
                        limits(1, 10, Duration.ofMillis(300)),
                        group -> {
                            if (first.getAndIncrement() == 0) {
                                waitForRelease();
                            }
                            stored.add(group);
                        });
        callers.execute(() -> commit.write(1));
        await().atMost(LONG).until(() -> first.get() == 1);

        assertThatThrownBy(() -> commit.write(2)).satisfies(GroupCommitTest::assertUnavailable);
        released.countDown();
        commit.close();

        assertThat(stored).containsExactly(List.of(1));
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        AtomicInteger under = new AtomicInteger();
        GroupCommit<Integer> commit =
                commit(
                        limits(1, 2, LONG),
                        group -> {
                            under.incrementAndGet();
                            waitForRelease();
                        });
        callers.execute(() -> commit.write(0));
        await().atMost(LONG).until(() -> under.get() == 1);
        AtomicInteger refused = new AtomicInteger();
        for (int i = 1; i <= 5; i++) {
            int item = i;
            callers.execute(
                    () -> {
                        try {
                            commit.write(item);
                        } catch (ProblemException full) {
                            refused.incrementAndGet();
                        }
                    });
        }

        await().atMost(LONG).until(() -> refused.get() == 3);

        assertThat(refused).hasValue(3);
        released.countDown();
        commit.close();
    }

    @Test
    void everybodyInAFailedGroupHears() {
        GroupCommit<Integer> commit =
                commit(
                        limits(1, 10, LONG),
                        group -> {
                            throw new Problem.Unavailable("DynamoDB", LONG).asException();
                        });

        assertThatThrownBy(() -> commit.write(1)).satisfies(GroupCommitTest::assertUnavailable);
        assertThatThrownBy(() -> commit.write(2)).satisfies(GroupCommitTest::assertUnavailable);
        commit.close();
    }

    @Test
    void aBugInTheStoreEndsNoLane() {
        AtomicInteger calls = new AtomicInteger();
        GroupCommit<Integer> commit =
                commit(
                        limits(1, 10, LONG),
                        group -> {
                            if (calls.getAndIncrement() == 0) {
                                throw new IllegalStateException("a bug");
                            }
                            stored.add(group);
                        });

        assertThatThrownBy(() -> commit.write(1)).satisfies(GroupCommitTest::assertUnavailable);
        commit.write(2);

        assertThat(stored).containsExactly(List.of(2));
        commit.close();
    }

    @Test
    void aShutdownWritesWhatWaitsAndTakesNothingMore() throws Exception {
        AtomicInteger under = new AtomicInteger();
        GroupCommit<Integer> commit =
                commit(
                        limits(1, 100, LONG),
                        group -> {
                            under.incrementAndGet();
                            waitForRelease();
                            stored.add(group);
                        });
        List<Future<?>> writes =
                IntStream.range(0, 60)
                        .<Future<?>>mapToObj(i -> callers.submit(() -> commit.write(i)))
                        .toList();
        await().atMost(LONG).until(() -> under.get() == 1);
        Future<?> closing = callers.submit(commit::close);
        released.countDown();
        closing.get();

        long done = 0;
        for (Future<?> write : writes) {
            try {
                write.get();
                done++;
            } catch (ExecutionException refused) {
                assertUnavailable(refused.getCause());
            }
        }

        assertThat(stored.stream().mapToLong(List::size).sum()).isEqualTo(done);
        assertThatThrownBy(() -> commit.write(99)).satisfies(GroupCommitTest::assertUnavailable);
    }
}
