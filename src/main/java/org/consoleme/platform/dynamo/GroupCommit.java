package org.consoleme.platform.dynamo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * Writes what many callers bring in groups. Each caller waits for its own item; several groups are
 * on their way at a time, so a slow store costs waiting and not throughput.
 *
 * <p>One thread at a time collects a group: it takes the first item, lingers for company, and lets
 * the next thread collect while it writes.
 */
final class GroupCommit<T> {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final Duration LOOK_UP = Duration.ofMillis(200);

    private final Limits limits;
    private final Consumer<List<T>> store;
    private final BlockingQueue<Pending<T>> queue;
    private final ReentrantLock collecting = new ReentrantLock();
    private final List<Thread> lanes = new ArrayList<>();
    private volatile boolean closing;

    /**
     * @param store writes a group, or throws {@code ProblemException} for all of it
     */
    GroupCommit(Limits limits, ThreadFactory threads, Consumer<List<T>> store) {
        this.limits = limits;
        this.store = store;
        queue = new ArrayBlockingQueue<>(limits.queue());
        for (int lane = 0; lane < limits.lanes(); lane++) {
            lanes.add(threads.newThread(this::run));
        }
    }

    void start() {
        lanes.forEach(Thread::start);
    }

    /**
     * Returns when the item is stored.
     *
     * @throws ProblemException {@code Unavailable} when too many wait already, when it took too
     *     long (it may still be stored then), or at shutdown; else what the store threw
     */
    void write(T item) {
        Pending<T> pending = new Pending<>(item);
        if (closing || !queue.offer(pending)) {
            throw unavailable().asException();
        }
        try {
            pending.done.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            pending.done.cancel(false);
            throw unavailable().asException(late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ProblemException known
                    ? known.problem().asException(known)
                    : unavailable().asException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unavailable().asException(interrupted);
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                flush(collect());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending<T>> collect() throws InterruptedException {
        List<Pending<T>> group = new ArrayList<>();
        collecting.lockInterruptibly();
        try {
            Pending<T> first = queue.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
            if (first == null) {
                return group;
            }
            group.add(first);
            long deadline = System.nanoTime() + limits.linger().toNanos();
            while (group.size() < limits.group()) {
                queue.drainTo(group, limits.group() - group.size());
                Pending<T> next =
                        group.size() < limits.group()
                                ? queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                                : null;
                if (next == null) {
                    break;
                }
                group.add(next);
            }
        } finally {
            collecting.unlock();
        }
        group.removeIf(pending -> pending.done.isCancelled());
        return group;
    }

    private void flush(List<Pending<T>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            store.accept(group.stream().map(pending -> pending.item).toList());
            group.forEach(pending -> pending.done.complete(null));
        } catch (RuntimeException failed) {
            // Whatever it was, whoever waits must hear that nothing was stored.
            if (group.size() > 1 && refused(failed)) {
                group.forEach(pending -> flush(List.of(pending)));
            } else {
                group.forEach(pending -> pending.done.completeExceptionally(failed));
            }
        }
    }

    /** A store refuses a whole group for one bad item: the others must not pay for it. */
    private static boolean refused(RuntimeException failed) {
        return failed instanceof ProblemException known
                && known.problem() instanceof Problem.Refused;
    }

    /** Takes nothing more, writes what waits, and gives up after 5 s. */
    void close() {
        closing = true;
        long deadline = System.nanoTime() + DRAIN.toNanos();
        try {
            for (Thread lane : lanes) {
                lane.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lanes.forEach(Thread::interrupt);
        for (Pending<T> left = queue.poll(); left != null; left = queue.poll()) {
            left.done.completeExceptionally(unavailable().asException());
        }
    }

    private static Problem.Unavailable unavailable() {
        return new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2));
    }

    /**
     * @param group at most so many items in one write
     * @param lanes so many writes at a time
     * @param queue so many items may wait
     * @param linger how long the first of a group waits for company
     * @param patience how long a caller waits
     */
    record Limits(int group, int lanes, int queue, Duration linger, Duration patience) {}

    private static final class Pending<T> {
        private final T item;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Pending(T item) {
            this.item = item;
        }
    }
}
