package org.consoleme.batch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.consoleme.requests.UsualTime;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets this node know how long decisions usually take; without an answer it keeps the last one. */
@Single
public class UsualTimeKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(UsualTimeKeeper.class);

    /** The first reading leaves the start to what people wait for. */
    private static final int FIRST_SECONDS = 20;

    private static final int SECONDS = 300;

    private final UsualTime usual;
    private final ManagedScheduledExecutorService scheduler;
    private ScheduledFuture<?> turns;

    @Inject
    public UsualTimeKeeper(UsualTime usual, ManagedScheduledExecutorService scheduler) {
        this.usual = usual;
        this.scheduler = scheduler;
    }

    void start(@Observes Startup event) {
        turns =
                scheduler.scheduleWithFixedDelay(
                        Turn.of("usual-time", this::turn),
                        FIRST_SECONDS,
                        SECONDS,
                        TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (turns != null) {
            turns.cancel(true);
        }
    }

    private void turn() {
        try {
            usual.refresh();
        } catch (ProblemException e) {
            LOG.atInfo()
                    .addKeyValue("cause", e.problem().sentence())
                    .log("usual time to decide left to the next turn");
        }
    }
}
