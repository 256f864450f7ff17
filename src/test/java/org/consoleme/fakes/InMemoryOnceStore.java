package org.consoleme.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.consoleme.shared.OnceStore;

/** Remembers by the given clock. */
public final class InMemoryOnceStore implements OnceStore {
    private final Clock clock;
    private final Map<String, Instant> seenUntil = new HashMap<>();

    public InMemoryOnceStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean firstTime(String key, Duration memory) {
        Instant now = clock.instant();
        seenUntil.values().removeIf(until -> !until.isAfter(now));
        return seenUntil.putIfAbsent(key, now.plus(memory)) == null;
    }
}
