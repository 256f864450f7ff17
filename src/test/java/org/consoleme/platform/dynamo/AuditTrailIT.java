package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;

@OnDynamoLocal
class AuditTrailIT {
    private static final GroupCommit.Limits LIMITS =
            new GroupCommit.Limits(25, 4, 4096, Duration.ofMillis(2), Duration.ofSeconds(20));

    private static DynamoAuditTrail trail(DynamoDatabase dynamo, GroupCommit.Limits limits) {
        DynamoAuditTrail trail =
                new DynamoAuditTrail(
                        dynamo,
                        "consoleme_audit_events",
                        Thread.ofVirtual().factory(),
                        limits,
                        new SimpleMeterRegistry());
        trail.start();
        return trail;
    }

    private static AuditEvent event(String actor, String reason) {
        return new AuditEvent.KeysVended(
                new Origin(actor, Door.WEEP, "req-1", Optional.of("192.0.2.9")),
                Instant.parse("2026-03-01T23:59:59.999Z"),
                "arn:aws:iam::200000000002:role/billing-reader",
                Outcome.DENIED,
                Optional.of(reason),
                Map.of("session", "ana"));
    }

    @Test
    void anEventIsThereWhenAppendReturns() {
        DynamoDatabase dynamo = TestDynamo.with(TestDynamo.TABLES.auditEvents());
        DynamoAuditTrail trail = trail(dynamo, LIMITS);

        trail.append(event("Ana@Example.com", "not yours"));

        Item row = new Item(TestDynamo.rows("consoleme_audit_events").getFirst());
        assertThat(row.text("day_shard").orElseThrow()).matches("2026-03-01#(0\\d|1[0-5])");
        assertThat(row.text("event_id").orElseThrow()).hasSize(26);
        assertThat(row.text("kind")).contains("KeysVended");
        assertThat(row.text("actor")).contains("Ana@Example.com");
        assertThat(row.text("actor_key")).contains("ana@example.com");
        assertThat(row.text("outcome")).contains("DENIED");
        assertThat(row.map("details")).containsOnlyKeys("session");
        trail.close();
        dynamo.close();
    }

    @Test
    void whatManyAppendAtOnceIsAllThere() {
        DynamoDatabase dynamo = TestDynamo.with(TestDynamo.TABLES.auditEvents());
        DynamoAuditTrail trail = trail(dynamo, LIMITS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                AuditEvent event = event("user-" + i, "no");
                threads.execute(() -> trail.append(event));
            }
        }

        assertThat(TestDynamo.rows("consoleme_audit_events"))
                .extracting(row -> row.get("actor").s())
                .hasSize(300)
                .doesNotHaveDuplicates();
        trail.close();
        dynamo.close();
    }

    @Test
    void oneRowThatIsTooLargeDoesNotTakeItsNeighboursAlong() throws Exception {
        DynamoDatabase dynamo = TestDynamo.with(TestDynamo.TABLES.auditEvents());
        DynamoAuditTrail trail =
                trail(
                        dynamo,
                        new GroupCommit.Limits(
                                25, 1, 100, Duration.ofMillis(200), Duration.ofSeconds(20)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var good = threads.submit(() -> trail.append(event("good", "no")));
            var bad = threads.submit(() -> trail.append(event("bad", "x".repeat(500_000))));

            good.get();
            assertThatThrownBy(bad::get).hasCauseInstanceOf(ProblemException.class);
        }
        assertThat(TestDynamo.rows("consoleme_audit_events")).hasSize(1);
        trail.close();
        dynamo.close();
    }

    @Test
    void withoutTheTableNothingIsAppended() {
        DynamoDatabase dynamo = TestDynamo.database();
        DynamoAuditTrail trail = trail(dynamo, LIMITS);

        assertThatThrownBy(() -> trail.append(event("ana", "no")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
        trail.close();
        dynamo.close();
    }

    @Test
    void withoutDynamoDbItIsUnavailableInTime() {
        DynamoDatabase gone =
                TestDynamo.database(
                        URI.create("http://127.0.0.1:" + RedisServerExtension.freePort()));
        DynamoAuditTrail trail = trail(gone, LIMITS);

        assertThatThrownBy(() -> trail.append(event("ana", "no")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
        trail.close();
        gone.close();
    }
}
