package org.consoleme.slacktwin.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong next. A fault strikes calls of one method, {@link #EVERY} for all, as often as it
 * was told to, in the order in which faults were set.
 */
public final class Faults {

    /** Every method of the Web API, and {@code response_url}. */
    public static final String EVERY = "*";

    private static final int FOREVER = Integer.MAX_VALUE;

    private final List<Planned> planned = new ArrayList<>();
    private int cleared;

    private static final class Planned {
        private final String method;
        private final Fault fault;
        private int left;

        Planned(String method, Fault fault, int left) {
            this.method = method;
            this.fault = fault;
            this.left = left;
        }

        boolean strikes(String called) {
            return left > 0 && (method.equals(EVERY) || method.equals(called));
        }
    }

    /** The next calls are answered 429 with {@code Retry-After}. */
    public void throttle(String method, int calls, Duration retryAfter) {
        plan(method, calls, new Fault.Throttled(retryAfter));
    }

    /** The next calls are answered with this HTTP status. */
    public void fail(String method, int calls, int status) {
        plan(method, calls, new Fault.Failing(status));
    }

    /** The next calls are refused with this code, such as {@code cant_update_message}. */
    public void refuse(String method, int calls, String error) {
        plan(method, calls, new Fault.Refusing(error));
    }

    /** The next calls are obeyed and never answered, until the faults are cleared. */
    public void loseAnswer(String method, int calls) {
        plan(method, calls, new Fault.Silent());
    }

    /** The next calls are obeyed, and then the connection breaks. */
    public void breakOff(String method, int calls) {
        plan(method, calls, new Fault.Broken());
    }

    /** The next calls are kept until all are there, then obeyed last first. */
    public void reverse(String method, int calls) {
        plan(method, calls, new Fault.Reversed(new Reversal(calls), 0));
    }

    /** A fault that stays until it is cleared. */
    public void always(String method, Fault fault) {
        plan(method, FOREVER, fault);
    }

    private synchronized void plan(String method, int calls, Fault fault) {
        planned.add(new Planned(method, fault, calls));
    }

    /** All is well again; who waits for an answer is let go. */
    public synchronized void clear() {
        planned.clear();
        cleared++;
        notifyAll();
    }

    /** Calls that are still to go wrong; those of a fault that stays count as very many. */
    public synchronized long left() {
        return planned.stream().mapToLong(p -> p.left).sum();
    }

    /** Takes the fault that strikes this call. */
    synchronized Optional<Fault> next(String method) {
        Optional<Planned> found = planned.stream().filter(p -> p.strikes(method)).findFirst();
        found.filter(p -> p.left != FOREVER).ifPresent(p -> p.left--);
        return found.map(p -> p.fault instanceof Fault.Reversed r ? r.arrived() : p.fault);
    }

    /** Waits until the faults are cleared, a minute at most. */
    synchronized void awaitClear() {
        int before = cleared;
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        try {
            while (cleared == before && System.nanoTime() < end) {
                wait(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
