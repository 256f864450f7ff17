package org.consoleme.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What has been started, to be stopped in the other order; once stopping, nothing more starts. */
final class Started implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Object stopping = new Object();
    private boolean closed;

    /**
     * Keeps what the supplier starts. The supplier returns at once: whoever stops us waits for it,
     * so that nothing can start unseen.
     */
    synchronized <T extends AutoCloseable> T add(Supplier<T> start) {
        if (closed) {
            throw new LocalStackException("the stack is being stopped");
        }
        T part = start.get();
        parts.push(part);
        return part;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The processes that are to run as long as the stack does. */
    synchronized List<Child> children() {
        List<Child> children = new ArrayList<>();
        for (AutoCloseable part : parts) {
            if (part instanceof Child child && child.isLasting()) {
                children.add(child);
            }
        }
        return children;
    }

    /** The youngest process of that name; from now on it is no longer ours to stop. */
    synchronized Child child(String name) {
        for (AutoCloseable part : parts) {
            if (part instanceof Child child && child.name().equals(name)) {
                parts.remove(part);
                return child;
            }
        }
        throw new LocalStackException(name + " does not run");
    }

    /** Waits until one of the processes has ended. */
    void awaitAnyEnd() {
        CompletableFuture.anyOf(
                        children().stream().map(Child::onExit).toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /** Returns when all have stopped, also for the second of two who close it. */
    @Override
    public void close() {
        synchronized (stopping) {
            List<AutoCloseable> last;
            synchronized (this) {
                closed = true;
                last = List.copyOf(parts);
                parts.clear();
            }
            last.forEach(Started::stop);
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("could not stop " + part + ": " + e);
        }
    }
}
