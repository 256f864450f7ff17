package org.consoleme.platform.dynamo;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the tables of ours that are missing, beside the start and not before it: while DynamoDB
 * does not answer it tries again; where it may not create, the self-check says what to do.
 */
@Single
public class TableSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TableSetup.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final TableAdministration administration;
    private final boolean allowed;
    private final List<TableDefinition> tables;
    private final ThreadFactory threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public TableSetup(
            DynamoDatabase dynamo, Configuration configuration, ManagedThreadFactory threads) {
        this(dynamo, DynamoTables.from(configuration).all(), threads);
    }

    TableSetup(DynamoDatabase dynamo, List<TableDefinition> tables, ThreadFactory threads) {
        administration = new TableAdministration(dynamo);
        allowed = dynamo.settings().createTables();
        this.tables = tables;
        this.threads = threads;
    }

    void onStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (allowed) {
            threads.newThread(this::run).start();
        }
    }

    private void run() {
        List<TableDefinition> left = new ArrayList<>(tables);
        try {
            do {
                left.removeIf(this::settled);
            } while (!left.isEmpty() && !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if it is worth another try. */
    private boolean settled(TableDefinition table) {
        try {
            return administration.provide(table);
        } catch (ProblemException failed) {
            LOG.atWarn()
                    .addKeyValue("table", table.name())
                    .setCause(failed)
                    .log("table could not be created");
            return failed.problem() instanceof Problem.Refused;
        }
    }

    @PreDestroy
    void close() {
        stopped.countDown();
    }
}
