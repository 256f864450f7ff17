package org.consoleme.platform.dynamo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditTrail;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code consoleme_audit_events}, written in groups: a caller waits for its own event, usually a
 * few milliseconds, 2 s at most.
 */
@Single
public class DynamoAuditTrail implements AuditTrail {
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    /** Times how long whoever appends has to wait. */
    private static final String METER = "consoleme.audit.writes";

    private static final GroupCommit.Limits LIMITS =
            new GroupCommit.Limits(
                    BatchWrites.GROUP, 8, 4096, Duration.ofMillis(1), Duration.ofSeconds(2));

    private final GroupCommit<Map<String, AttributeValue>> commit;
    private final Timer done;
    private final Timer failed;

    @Inject
    public DynamoAuditTrail(
            DynamoDatabase dynamo,
            Configuration configuration,
            ManagedThreadFactory threads,
            MeterRegistry meters) {
        this(
                dynamo,
                DynamoTables.from(configuration).auditEvents().name(),
                threads,
                LIMITS,
                meters);
    }

    DynamoAuditTrail(
            DynamoDatabase dynamo,
            String table,
            ThreadFactory threads,
            GroupCommit.Limits limits,
            MeterRegistry meters) {
        done = meters.timer(METER, "outcome", "done");
        failed = meters.timer(METER, "outcome", "failed");
        BatchWrites writes = new BatchWrites(dynamo);
        commit =
                new GroupCommit<>(
                        limits,
                        threads,
                        rows -> writes.run(table, rows.stream().map(BatchWrites::put).toList()));
    }

    @PostConstruct
    void start() {
        commit.start();
    }

    /** Whatever DynamoDB said: for who waits the audit is away, and nothing may follow. */
    @Override
    public void append(AuditEvent event) {
        long begun = System.nanoTime();
        try {
            commit.write(AuditItem.of(event));
            done.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        } catch (ProblemException error) {
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            if (error.problem() instanceof Problem.Unavailable) {
                throw error;
            }
            throw new Problem.Unavailable("DynamoDB", RETRY_AFTER).asException(error);
        }
    }

    @PreDestroy
    void close() {
        commit.close();
    }
}
