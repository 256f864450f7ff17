package org.consoleme.notifications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/**
 * Steps that do not depend on one another: each is taken, whichever of them fails. For one thread.
 */
public final class Attempts {
    private final List<RuntimeException> failures = new ArrayList<>();
    private final Predicate<RuntimeException> hopeless;
    private boolean over;

    public Attempts() {
        this(failure -> false);
    }

    /**
     * @param hopeless after which failure no other step is worth its time
     */
    public Attempts(Predicate<RuntimeException> hopeless) {
        this.hopeless = hopeless;
    }

    public void attempt(Runnable step) {
        if (over) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            failures.add(e);
            over = hopeless.test(e);
        }
    }

    /**
     * @throws RuntimeException of the step that failed; of several what is no {@code Unavailable}
     *     or {@code TooMany}, else the one that wants the longest wait. The others are suppressed
     *     in it
     */
    public void finish() {
        failures.sort(Comparator.comparing(Attempts::gravity).reversed());
        if (!failures.isEmpty()) {
            RuntimeException worst = failures.removeFirst();
            failures.forEach(worst::addSuppressed);
            throw worst;
        }
    }

    private static Duration gravity(RuntimeException failure) {
        if (failure instanceof ProblemException problem) {
            return switch (problem.problem()) {
                case Problem.TooMany many -> many.retryAfter();
                case Problem.Unavailable away -> away.retryAfter();
                default -> Duration.ofDays(1);
            };
        }
        return Duration.ofDays(2);
    }
}
