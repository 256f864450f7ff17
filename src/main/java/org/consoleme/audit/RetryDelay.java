package org.consoleme.audit;

import java.time.Duration;
import java.util.Objects;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * How long to wait after a failure. Never shorter than what the failure itself names; up to a fifth
 * is added, by chance of the event's id, so that what failed together does not come back together.
 */
final class RetryDelay {
    static final Duration FIRST = Duration.ofSeconds(5);

    /** A dependency that was away is asked at least so often, so that its return is seen soon. */
    static final Duration LONGEST_AWAY = Duration.ofMinutes(1);

    static final Duration LONGEST = Duration.ofMinutes(15);

    /** Nobody who tells us to wait means longer than this. */
    private static final Duration LONGEST_NAMED = Duration.ofHours(1);

    private static final int JITTER_PART = 5;

    private RetryDelay() {}

    /**
     * @param attempts how often it was tried in vain before
     */
    static Duration after(RuntimeException failure, OutboxEvent event, int attempts) {
        Duration wait =
                failure instanceof ProblemException problem
                        ? after(problem.problem(), attempts)
                        : growing(attempts, LONGEST);
        long most = wait.toMillis() / JITTER_PART;
        return wait.plusMillis(Math.floorMod(Objects.hash(event.id(), attempts), most + 1));
    }

    private static Duration after(Problem problem, int attempts) {
        return switch (problem) {
            case Problem.TooMany many -> named(many.retryAfter());
            case Problem.Unavailable away ->
                    longer(named(away.retryAfter()), growing(attempts, LONGEST_AWAY));
            default -> growing(attempts, LONGEST);
        };
    }

    private static Duration named(Duration wait) {
        return longer(Duration.ofSeconds(1), shorter(wait, LONGEST_NAMED));
    }

    private static Duration growing(int attempts, Duration longest) {
        int doublings = Math.clamp(attempts, 0, 10);
        return shorter(FIRST.multipliedBy(1L << doublings), longest);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
