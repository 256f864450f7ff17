package org.consoleme.operations;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.consoleme.shared.Single;

/** Asks all checks, a few at a time, and remembers the answers for a while. */
@Single
public class SelfCheck {
    static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;

    private final Iterable<Check> checks;
    private final ExecutorService executor;
    private final Clock clock;
    private final Duration timeOut;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Report last = new Report(List.of(), Instant.EPOCH);

    @Inject
    public SelfCheck(@Any Instance<Check> checks, ManagedExecutorService executor, Clock clock) {
        this(checks, executor, clock, TIME_OUT);
    }

    SelfCheck(Iterable<Check> checks, ExecutorService executor, Clock clock, Duration timeOut) {
        this.checks = checks;
        this.executor = executor;
        this.clock = clock;
        this.timeOut = timeOut;
    }

    /** At most 30 s old. */
    public Report report() {
        oneAtATime.lock();
        try {
            if (!last.asOf().plus(REMEMBERED).isAfter(clock.instant())) {
                last = new Report(askAll(), clock.instant());
            }
            return last;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The last report, however old; asks nobody. Empty before the first. */
    public Report lastReport() {
        return last;
    }

    private List<Line> askAll() {
        List<Check> all = new ArrayList<>();
        checks.forEach(all::add);
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            lines.addAll(ask(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        return lines.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    private List<Line> ask(List<Check> some) {
        List<Line> lines = new ArrayList<>();
        try {
            List<Future<Check.Finding>> answers =
                    executor.invokeAll(
                            some.stream().map(SelfCheck::task).toList(),
                            timeOut.toMillis(),
                            TimeUnit.MILLISECONDS);
            for (int i = 0; i < some.size(); i++) {
                lines.add(line(some.get(i), answer(answers.get(i))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            some.forEach(check -> lines.add(line(check, notAnswered())));
        }
        return lines;
    }

    private Check.Finding answer(Future<Check.Finding> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return notAnswered();
        } catch (ExecutionException e) {
            return Check.Finding.down(
                    "the check itself failed: " + e.getCause().getClass().getSimpleName(),
                    "look into the log, and report this as a bug");
        }
    }

    private Check.Finding notAnswered() {
        return Check.Finding.down(
                "no answer within " + timeOut.toMillis() + " ms", "see whether it can be reached");
    }

    private static Callable<Check.Finding> task(Check check) {
        return check::look;
    }

    private static Line line(Check check, Check.Finding finding) {
        return new Line(check.name(), finding, check.partOfReadiness());
    }

    /**
     * @param lines sorted by name
     */
    public record Report(List<Line> lines, Instant asOf) {
        public Report {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String name, Check.Finding finding, boolean partOfReadiness) {}
}
