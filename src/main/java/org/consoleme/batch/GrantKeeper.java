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
import org.consoleme.access.ExpireGrants;
import org.consoleme.access.Grants;
import org.consoleme.access.LiveGrants;
import org.consoleme.notifications.RemindOfEnd;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the grants that this node knows by heart fresh: every few seconds, and at once when any
 * node changes one. Many changes at a time are one reading. When one of them has run out, that is
 * noted and announced, and so is beforehand that one ends soon.
 */
@Single
public class GrantKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(GrantKeeper.class);
    private static final int SECONDS = 5;

    private final LiveGrants known;
    private final Grants grants;
    private final ExpireGrants expire;
    private final RemindOfEnd remind;
    private final ManagedScheduledExecutorService scheduler;
    private final ManagedExecutorService executor;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private ScheduledFuture<?> turns;

    @Inject
    public GrantKeeper(
            LiveGrants known,
            Grants grants,
            ExpireGrants expire,
            RemindOfEnd remind,
            ManagedScheduledExecutorService scheduler,
            ManagedExecutorService executor) {
        this.known = known;
        this.grants = grants;
        this.expire = expire;
        this.remind = remind;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    void start(@Observes Startup event) {
        turns =
                scheduler.scheduleWithFixedDelay(
                        Turn.of("grants", this::turn), 0, SECONDS, TimeUnit.SECONDS);
        grants.onChange(this::soon);
    }

    @PreDestroy
    void stop() {
        if (turns != null) {
            turns.cancel(true);
        }
    }

    private void soon() {
        if (waiting.getAndSet(true)) {
            return;
        }
        try {
            executor.execute(Turn.of("grants", this::changed));
        } catch (RejectedExecutionException e) {
            waiting.set(false);
            LOG.info("grants left to the next turn: busy");
        }
    }

    private void changed() {
        waiting.set(false); // before the reading: what changes from here on may not be in it
        turn();
    }

    private void turn() {
        try {
            if (known.someRanOut()) {
                expire.handle(); // people hear of it within seconds; the job finds what is left
            }
            known.refresh();
            remind.handle();
            if (failing.getAndSet(false)) {
                LOG.info("reading grants works again");
            }
        } catch (ProblemException e) {
            if (!failing.getAndSet(true)) {
                LOG.atWarn()
                        .addKeyValue("cause", e.problem().sentence())
                        .log("reading grants failing");
            }
        }
    }
}
