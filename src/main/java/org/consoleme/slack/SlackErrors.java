package org.consoleme.slack;

import java.time.Duration;
import java.util.Set;
import org.consoleme.shared.Problem;

/**
 * What Slack's error codes mean for who called: mostly that trying again does not help.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/chat.postMessage#errors">Errors</a>
 */
final class SlackErrors {
    /** Slack's own trouble, said with status 200; it may have done what it was asked. */
    private static final Set<String> PASSING =
            Set.of(
                    "internal_error",
                    "fatal_error",
                    "service_unavailable",
                    "request_timeout",
                    "team_added_to_org");

    private static final Set<String> THROTTLED = Set.of("ratelimited", "rate_limited");

    /** Where Slack does not say for how long. */
    static final Duration AGAIN = Duration.ofSeconds(30);

    private SlackErrors() {}

    /**
     * @param error of an answer that is not {@code ok}
     */
    static Problem problem(String method, String error) {
        if (PASSING.contains(error)) {
            return new Problem.Unavailable("Slack", AGAIN);
        }
        return THROTTLED.contains(error)
                ? new Problem.TooMany(AGAIN)
                : new Problem.Refused("Slack", method + ": " + error);
    }
}
