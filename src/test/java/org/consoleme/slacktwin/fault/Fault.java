package org.consoleme.slacktwin.fault;

import java.time.Duration;

/** One way in which a call to Slack goes wrong. */
public sealed interface Fault {

    /**
     * Slack has had too many calls: 429, and nothing happens.
     *
     * @param retryAfter whole seconds
     */
    record Throttled(Duration retryAfter) implements Fault {}

    /** Slack is ill, and nothing happens. */
    record Failing(int status) implements Fault {}

    /** Slack says no, with one of its error codes, and nothing happens. */
    record Refusing(String error) implements Fault {}

    /** Slack does what it was asked; its answer never comes. */
    record Silent() implements Fault {}

    /** Slack does what it was asked; the connection breaks before the answer. */
    record Broken() implements Fault {}

    /**
     * Calls overtake each other: Slack gets them in the reverse of their order.
     *
     * @param number which of the calls it is, from 1; 0 before it came
     */
    record Reversed(Reversal turns, int number) implements Fault {
        Reversed arrived() {
            return new Reversed(turns, turns.take());
        }
    }
}
