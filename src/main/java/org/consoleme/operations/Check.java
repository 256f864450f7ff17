package org.consoleme.operations;

import java.util.Optional;

/**
 * One thing that the self-check looks at: a table, Redis, STS, a spoke role, Slack's scopes. Every
 * bean of this type is asked.
 */
public interface Check {

    /** Lower case, short, stable: {@code redis}, {@code table consoleme_audit_events}. */
    String name();

    /** Bounded by a time-out of its own; never throws. */
    Finding look();

    /** Whether a failure shows in {@code /health/ready}. */
    default boolean partOfReadiness() {
        return false;
    }

    /**
     * @param detail what was seen, for administrators
     * @param todo what to do about it
     */
    record Finding(State state, String detail, Optional<String> todo) {
        public static Finding up(String detail) {
            return new Finding(State.UP, detail, Optional.empty());
        }

        public static Finding degraded(String detail, String todo) {
            return new Finding(State.DEGRADED, detail, Optional.of(todo));
        }

        public static Finding down(String detail, String todo) {
            return new Finding(State.DOWN, detail, Optional.of(todo));
        }

        public static Finding off(String detail) {
            return new Finding(State.OFF, detail, Optional.empty());
        }
    }

    /** {@code OFF}: not configured, and that is fine. */
    enum State {
        UP,
        DEGRADED,
        DOWN,
        OFF
    }
}
