package org.consoleme.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/** Counts events per key and minute on this node; forgets keys that are quiet. */
@Single
public class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_KEYS = 100_000;

    private final Clock clock;
    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

    @Inject
    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code TooMany} for the rest of the minute once
     *     {@code key} was counted {@code limit} times
     */
    public void count(String key, int limit) {
        Instant now = clock.instant();
        Window window =
                windows.asMap()
                        .merge(
                                key,
                                new Window(now.plus(WINDOW), 1),
                                (old, fresh) ->
                                        now.isBefore(old.end())
                                                ? new Window(old.end(), old.count() + 1)
                                                : fresh);
        if (window.count() > limit) {
            throw new Problem.TooMany(Duration.between(now, window.end())).asException();
        }
    }

    private record Window(Instant end, int count) {}
}
