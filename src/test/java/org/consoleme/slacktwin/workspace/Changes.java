package org.consoleme.slacktwin.workspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The workspace's one lock, the number of its last change, and a way to wait for the next one. */
public final class Changes implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> listeners = new ArrayList<>();
    private long revision;
    private boolean closed;

    /** Runs an action that changes something, then tells everybody who waits. */
    <T> T write(Supplier<T> action) {
        lock.lock();
        try {
            T result = action.get();
            revision++;
            listeners.forEach(Runnable::run);
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    <T> T read(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody who waits: something happened beside the workspace. */
    public void wake() {
        lock.lock();
        try {
            revision++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Calls a listener after each change, before anybody else sees it. */
    public void listen(Runnable listener) {
        read(() -> listeners.add(listener));
    }

    public long revision() {
        return read(() -> revision);
    }

    /**
     * Waits until a probe answers something; the probe runs again after each change.
     *
     * @return empty when the time is over or the twin closes
     */
    public <T> Optional<T> await(Supplier<Optional<T>> probe, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            Optional<T> found = probe.get();
            while (found.isEmpty() && left > 0 && !closed) {
                left = changed.awaitNanos(left);
                found = probe.get();
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
