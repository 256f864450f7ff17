package org.consoleme.web.compat.requests;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ChangeState;
import org.consoleme.requests.RequestedChange;
import org.consoleme.requests.Requests;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for what comes of approved changes, on nobody's thread: whichever node applies them, the
 * stored request says so.
 */
@Single
public class OutcomeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWatch.class);

    /** So long a client of ConsoleMe's waits for AWS with us; then it is told that it goes on. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_STEP = Duration.ofMillis(100);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    /** More at once are told at once that it goes on. */
    private static final int MOST = 500;

    private final Requests requests;
    private final ScheduledExecutorService scheduler;
    private final AtomicInteger waiting = new AtomicInteger();

    @Inject
    public OutcomeWatch(Requests requests, ManagedScheduledExecutorService scheduler) {
        this(requests, (ScheduledExecutorService) scheduler);
    }

    OutcomeWatch(Requests requests, ScheduledExecutorService scheduler) {
        this.requests = requests;
        this.scheduler = scheduler;
    }

    /**
     * @param changes ids
     * @param then gets the request as last read, or what went wrong
     */
    void watch(ChangeRequest request, Set<String> changes, Answer<ChangeRequest> then) {
        if (!underWay(request, changes)) {
            then.is(request);
        } else if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
            then.is(request);
        } else {
            new Wait(request, changes, then).later(FIRST_STEP);
        }
    }

    private static boolean underWay(ChangeRequest request, Set<String> changes) {
        return request.changes().stream()
                .filter(change -> changes.contains(change.id()))
                .map(RequestedChange::state)
                .anyMatch(OutcomeWatch::underWay);
    }

    static boolean underWay(ChangeState state) {
        return switch (state) {
            case ChangeState.Approved _ -> true;
            case ChangeState.Applying _ -> true;
            case ChangeState.Open _ -> false;
            case ChangeState.Applied _ -> false;
            case ChangeState.Failed _ -> false;
            case ChangeState.Cancelled _ -> false;
        };
    }

    private final class Wait {
        private final Set<String> changes;
        private final Answer<ChangeRequest> then;
        private ChangeRequest last;
        private Duration waited = Duration.ZERO;
        private boolean over;

        Wait(ChangeRequest request, Set<String> changes, Answer<ChangeRequest> then) {
            this.last = request;
            this.changes = Set.copyOf(changes);
            this.then = then;
        }

        void later(Duration step) {
            waited = waited.plus(step);
            try {
                Future<?> _ =
                        scheduler.schedule(
                                () -> lookAt(step), step.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                done();
            }
        }

        /** Nobody sees what a scheduled task throws: whoever waits hears of it. */
        private void lookAt(Duration step) {
            try {
                look(step);
            } catch (RuntimeException unforeseen) {
                LOG.atError().setCause(unforeseen).log("waiting for an outcome failed");
                over();
                then.failed(unforeseen);
            }
        }

        private void look(Duration step) {
            read(last.id()).ifPresent(now -> last = now);
            if (!underWay(last, changes) || waited.compareTo(PATIENCE) >= 0) {
                done();
            } else {
                Duration next = step.multipliedBy(2);
                later(next.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : next);
            }
        }

        private void done() {
            over();
            then.is(last);
        }

        private void over() {
            if (!over) {
                over = true;
                waiting.decrementAndGet();
            }
        }
    }

    /** Empty while the store is away. */
    private Optional<ChangeRequest> read(RequestId id) {
        try {
            return requests.find(id);
        } catch (ProblemException away) {
            LOG.atDebug().setCause(away).log("request not read, will look again");
        } catch (RuntimeException unforeseen) {
            // The client waits all the same.
            LOG.atError().setCause(unforeseen).log("request not read while a client waits for it");
        }
        return Optional.empty();
    }
}
