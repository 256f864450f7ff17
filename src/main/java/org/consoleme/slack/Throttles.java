package org.consoleme.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.Problem;

/**
 * Which methods Slack told this node to leave alone, and until when: asking all the same makes it
 * wait longer.
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
    void require(String method) {
        Instant end = until.get(method);
        Instant now = clock.instant();
        if (end != null && now.isBefore(end)) {
            throw new Problem.TooMany(Duration.between(now, end)).asException();
        }
    }

    /** Takes note if that is what Slack said. */
    void note(String method, Problem problem) {
        if (problem instanceof Problem.TooMany(Duration wait)) {
            until.put(method, clock.instant().plus(wait));
        }
    }
}
