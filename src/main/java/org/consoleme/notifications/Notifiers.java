package org.consoleme.notifications;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/** All ways to tell people there are, in their order. */
@Single
public class Notifiers {
    private final List<Notifier> all;

    @Inject
    public Notifiers(@Any Instance<Notifier> all) {
        this(all.stream().toList());
    }

    public Notifiers(List<Notifier> all) {
        this.all = all.stream().sorted(Comparator.comparingInt(Notifier::order)).toList();
    }

    /**
     * Everyone is told, whoever of them fails.
     *
     * @throws RuntimeException of the one that failed; of several what is no {@code Unavailable} or
     *     {@code TooMany}, else the one that wants the longest wait. The others are suppressed in
     *     it
     */
    void tell(Consumer<Notifier> news) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Notifier notifier : all) {
            try {
                news.accept(notifier);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        failures.sort(Comparator.comparing(Notifiers::gravity).reversed());
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
