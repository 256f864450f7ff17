package org.consoleme.slacktwin.fault;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps calls until enough are there, then lets them go in the reverse of their order. */
public final class Reversal {

    private static final long PATIENCE_SECONDS = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final int calls;
    private int arrived;
    private int next;

    Reversal(int calls) {
        this.calls = calls;
        this.next = calls;
    }

    /** Gives a call its number, from 1 in the order of arrival. */
    int take() {
        lock.lock();
        try {
            arrived++;
            moved.signalAll();
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    /** Runs an action in its turn; where the others do not come in 5 s it runs all the same. */
    void inTurn(int number, Runnable action) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (left > 0 && (arrived < calls || next != number)) {
                left = moved.awaitNanos(left);
            }
            action.run();
            next = number - 1;
            moved.signalAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
