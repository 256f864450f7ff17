package org.consoleme.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consoleme.shared.Problem;

/**
 * Until when something may still be begun: whoever is slower leaves it to the next, who may be at
 * it already.
 */
record Deadline(Clock clock, Instant end) {
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} once it is too late
     */
    void require() {
        if (!clock.instant().isBefore(end)) {
            throw new Problem.Unavailable("AWS", NEXT_TRY).asException();
        }
    }
}
