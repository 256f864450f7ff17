package org.consoleme.fakes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps one writer between what it has read and what it is about to write, so that somebody else is
 * faster. Nobody is kept longer than ten seconds.
 */
public final class HeldWriter {
    private static final int LONGEST_SECONDS = 10;

    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    /** Keeps the first who comes here; those behind go on. */
    void pass() {
        if (taken.compareAndSet(false, true)) {
            arrived.countDown();
            await(free);
        }
    }

    /** Waits until the writer has read, and stands before its writing. */
    public void awaitArrival() {
        await(arrived);
    }

    public void letGo() {
        free.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came within " + LONGEST_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
