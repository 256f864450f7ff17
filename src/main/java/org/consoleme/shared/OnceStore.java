package org.consoleme.shared;

import java.time.Duration;

/** Remembers what was seen, for all nodes: a Slack signature, a one-time ticket. */
public interface OnceStore {

    /**
     * True for exactly one caller on any node within {@code memory} of the first call.
     *
     * @param key 1 to 512 characters; names its use first: {@code slack:<digest>}
     * @param memory at least 1 ms
     * @throws ProblemException {@code Unavailable}: then it is not known, and nothing may follow
     */
    boolean firstTime(String key, Duration memory);
}
