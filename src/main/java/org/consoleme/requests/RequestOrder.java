package org.consoleme.requests;

import java.util.Comparator;

/** How a list of requests goes: by the time of asking, one way or the other. */
public enum RequestOrder {
    NEWEST_FIRST("the newest first"),
    OLDEST_FIRST("the oldest first");

    private final String words;

    RequestOrder(String words) {
        this.words = words;
    }

    /** For a sentence. */
    String words() {
        return words;
    }

    /**
     * What sorts a list of this order.
     *
     * @param oldestFirst what sorts it by time, upwards
     */
    public <T> Comparator<T> of(Comparator<T> oldestFirst) {
        return this == OLDEST_FIRST ? oldestFirst : oldestFirst.reversed();
    }
}
