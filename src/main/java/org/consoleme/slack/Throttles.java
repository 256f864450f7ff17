package org.consoleme.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.Problem;

/**
 * What Slack told this node to leave alone, and until when: asking all the same makes it wait
 * longer. That is a method, or one in one channel where Slack counts so.
 *
 * @see <a href="https://docs.slack.dev/apis/web-api/rate-limits">Rate limits</a>
 */
final class Throttles {
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Throttles(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code TooMany} with what is left of the time
     */
    void require(String what) {
        Instant end = until.get(what);
        Instant now = clock.instant();
        if (end != null && now.isBefore(end)) {
            throw new Problem.TooMany(Duration.between(now, end)).asException();
        }
    }

    /** Takes note if that is what Slack said. */
    void note(String what, Problem problem) {
        if (problem instanceof Problem.TooMany(Duration wait)) {
            Instant now = clock.instant();
            until.values().removeIf(end -> !now.isBefore(end));
            until.put(what, now.plus(wait));
        }
    }
}
