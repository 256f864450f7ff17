package org.consoleme.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what this node wrote at once, and every few seconds whatever is due, other nodes' events
 * too. Never on the thread of whoever wrote it.
 */
@Single
public class OutboxKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxKeeper.class);
    private static final int FIRST_SECONDS = 1;
    private static final int SECONDS = 3;
    private static final int TURNS_BETWEEN_LOOKS = 10;

    private final Outbox outbox;
    private final DeliverEvents deliver;
    private final OutboxMeters meters;
    private final ManagedScheduledExecutorService scheduler;
    private final ManagedExecutorService executor;
    private final Clock clock;
    private final OutboxQueue queue = new OutboxQueue();
    private final AtomicBoolean failing = new AtomicBoolean();
    private ScheduledFuture<?> turns;
    private int turn;

    @Inject
    public OutboxKeeper(
            Outbox outbox,
            DeliverEvents deliver,
            OutboxMeters meters,
            ManagedScheduledExecutorService scheduler,
            ManagedExecutorService executor,
            Clock clock) {
        this.outbox = outbox;
        this.deliver = deliver;
        this.meters = meters;
        this.scheduler = scheduler;
        this.executor = executor;
        this.clock = clock;
    }

    void start(@Observes Startup event) {
        outbox.onWritten(this::written);
        turns =
                scheduler.scheduleWithFixedDelay(
                        Turn.of("outbox", this::turn), FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /**
     * What is being delivered goes on to its end; what waits is another node's, or the restart's.
     */
    @PreDestroy
    void stop() {
        queue.close();
        if (turns != null) {
            turns.cancel(true);
        }
    }

    private void written(OutboxEvent event) {
        if (!event.notBefore().isAfter(clock.instant())) {
            queue.add(event);
            begin();
        }
    }

    /** Only the scheduler calls it, one turn after the other. */
    void turn() {
        try {
            outbox.due(clock.instant(), DeliverEvents.MOST).forEach(queue::add);
            if (turn++ % TURNS_BETWEEN_LOOKS == 0) {
                meters.look(outbox);
            }
            if (failing.getAndSet(false)) {
                LOG.info("outbox can be read again");
            }
        } catch (ProblemException e) {
            if (!failing.getAndSet(true)) {
                LOG.atWarn()
                        .addKeyValue("cause", e.problem().sentence())
                        .log("outbox cannot be read");
            }
        }
        begin();
    }

    private void begin() {
        while (queue.enter()) {
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException e) {
                queue.gone();
                LOG.info("delivery left to the next turn: busy");
                return;
            }
        }
    }

    private void work() {
        List<OutboxEvent> events = queue.next().orElse(List.of());
        while (!events.isEmpty()) {
            List<OutboxEvent> lane = events;
            try {
                Turn.of("delivery", () -> meters.count(deliver.handle(lane))).run();
            } catch (Error e) {
                queue.gone();
                throw e;
            } finally {
                queue.done(lane);
            }
            events = queue.next().orElse(List.of());
        }
    }
}
