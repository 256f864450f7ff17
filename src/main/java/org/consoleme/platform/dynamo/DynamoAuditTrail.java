package org.consoleme.platform.dynamo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
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
    private static final GroupCommit.Limits LIMITS =
            new GroupCommit.Limits(
                    BatchWrites.GROUP, 8, 4096, Duration.ofMillis(2), Duration.ofSeconds(2));

    private final GroupCommit<Map<String, AttributeValue>> commit;

    @Inject
    public DynamoAuditTrail(
            DynamoDatabase dynamo, Configuration configuration, ManagedThreadFactory threads) {
        this(dynamo, DynamoTables.from(configuration).auditEvents().name(), threads, LIMITS);
    }

    DynamoAuditTrail(
            DynamoDatabase dynamo, String table, ThreadFactory threads, GroupCommit.Limits limits) {
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
        try {
            commit.write(AuditItem.of(event));
        } catch (ProblemException failed) {
            if (failed.problem() instanceof Problem.Unavailable) {
                throw failed;
            }
            throw new Problem.Unavailable("DynamoDB", RETRY_AFTER).asException(failed);
        }
    }

    @PreDestroy
    void close() {
        commit.close();
    }
}
