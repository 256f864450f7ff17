package org.consoleme.shared;

import java.time.Duration;
import java.util.Optional;

/**
 * Values that all nodes share and that go away by themselves: modal drafts, sign-in states, links
 * that hold an opaque id. Every method throws {@code Unavailable} when the store does not answer.
 */
public interface Ephemeral {

    /**
     * @param key 1 to 512 characters; names its use first: {@code signin:<state>}
     * @param life at least 1 ms
     */
    void put(String key, String value, Duration life);

    Optional<String> get(String key);

    /** Reads and removes in one step: only one of several callers gets it. */
    Optional<String> take(String key);

    /**
     * Puts {@code replacement} in the place of {@code expected} in one step; the end of its life
     * stays.
     *
     * @return false if the value is another by now, or gone
     */
    boolean replace(String key, String expected, String replacement);
}
