package org.consoleme.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.RefreshAccess;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's index fresh: every few seconds, and at once when any node publishes. */
@Single
public class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int SECONDS = 5;

    private final RefreshAccess refresh;
    private final CurrentIndex index;
    private final AccountIndexes indexes;
    private final ManagedScheduledExecutorService scheduler;
    private final ManagedExecutorService executor;
    private final AtomicBoolean failing = new AtomicBoolean();
    private ScheduledFuture<?> turns;

    @Inject
    public IndexKeeper(
            RefreshAccess refresh,
            CurrentIndex index,
            AccountIndexes indexes,
            ManagedScheduledExecutorService scheduler,
            ManagedExecutorService executor) {
        this.refresh = refresh;
        this.index = index;
        this.indexes = indexes;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    void start(@Observes Startup event) {
        turns =
                scheduler.scheduleWithFixedDelay(
                        Turn.of("index", this::turn), 0, SECONDS, TimeUnit.SECONDS);
        indexes.onChange(this::soon);
    }

    @PreDestroy
    void stop() {
        if (turns != null) {
            turns.cancel(true);
        }
    }

    private void soon() {
        try {
            executor.execute(Turn.of("index", this::turn));
        } catch (RejectedExecutionException e) {
            LOG.info("index refresh left to the next turn: busy");
        }
    }

    private void turn() {
        try {
            boolean before = index.get().size() > 0;
            refresh.handle();
            if (!before && index.get().size() > 0) {
                System.gc(); // what the first reading left is most of the heap, and would stay
            }
            if (failing.getAndSet(false)) {
                LOG.info("index refresh works again");
            }
        } catch (ProblemException e) {
            if (!failing.getAndSet(true)) {
                LOG.atWarn()
                        .addKeyValue("cause", e.problem().sentence())
                        .log("index refresh failing");
            }
        }
    }
}
