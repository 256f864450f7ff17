package org.consoleme.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.audit.OutboxHandler;

/** Remembers what it did and on which threads; waits at a gate if there is one. */
final class RecordingHandler implements OutboxHandler {
    final ConcurrentLinkedQueue<String> subjects = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String only = "";

    void close() {
        gate = new CountDownLatch(1);
    }

    /** From now on only this subject has to wait. */
    void open(String waiting) {
        only = waiting;
    }

    @Override
    public Kind kind() {
        return Kind.ANNOUNCE_REQUEST;
    }

    @Override
    public void handle(OutboxEvent event) {
        begun.incrementAndGet();
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            if (only.isEmpty() || only.equals(event.subject())) {
                gate.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            underWay.decrementAndGet();
        }
        if (failures.getOrDefault(event.subject(), new AtomicInteger()).getAndDecrement() > 0) {
            throw new IllegalStateException("told to");
        }
        threads.add(Thread.currentThread());
        subjects.add(event.subject());
    }
}
