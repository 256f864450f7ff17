package org.consoleme.platform.dynamo;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that requests of earlier releases are in the list of all: after the start, and once
 * more later, for what a node of such a release stored while it was being replaced.
 */
@Single
public class TimeIndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TimeIndexKeeper.class);

    /** The first one leaves the start to what people wait for. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(20), Duration.ofHours(1));

    private static final Duration TURN = Duration.ofSeconds(30);

    private final DynamoDatabase dynamo;
    private final TableDefinition requestState;
    private final ThreadFactory threads;
    private final List<Duration> pauses;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public TimeIndexKeeper(
            DynamoDatabase dynamo, Configuration configuration, ManagedThreadFactory threads) {
        this(dynamo, DynamoTables.from(configuration).requestState(), threads, PAUSES);
    }

    /**
     * @param pauses before each time
     */
    TimeIndexKeeper(
            DynamoDatabase dynamo,
            TableDefinition requestState,
            ThreadFactory threads,
            List<Duration> pauses) {
        this.dynamo = dynamo;
        this.requestState = requestState;
        this.threads = threads;
        this.pauses = List.copyOf(pauses);
    }

    void onStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        threads.newThread(this::run).start();
    }

    private void run() {
        try {
            for (Duration pause : pauses) {
                TimeIndexFilling filling = new TimeIndexFilling(dynamo, requestState);
                boolean stop = isStoppedWithin(pause);
                while (!stop && !isDone(filling)) {
                    stop = isStoppedWithin(TURN);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStoppedWithin(Duration pause) throws InterruptedException {
        return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isDone(TimeIndexFilling filling) {
        try {
            return filling.turn();
        } catch (ProblemException failed) {
            LOG.atInfo()
                    .addKeyValue("cause", failed.problem().sentence())
                    .log("requests of earlier releases left to the next turn");
            return false;
        }
    }

    @PreDestroy
    void close() {
        stopped.countDown();
    }
}
