package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.access.GrantChanges;
import org.consoleme.access.Grants;
import org.consoleme.audit.Outbox;
import org.consoleme.contracts.GrantsContract;
import org.consoleme.shared.UserId;
import org.consoleme.testing.OnDynamoLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class DynamoGrantsIT extends GrantsContract {
    private final WrittenEvents written = new WrittenEvents();
    private final List<Runnable> otherNodes = new CopyOnWriteArrayList<>();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo =
                TestDynamo.with(
                        TestDynamo.TABLES.grants(),
                        TestDynamo.TABLES.auditEvents(),
                        TestDynamo.TABLES.outbox());
    }

    @Override
    protected Grants grants() {
        return new DynamoGrants(
                dynamo,
                TestDynamo.CONFIGURATION,
                written,
                new GrantChanges() {
                    @Override
                    public void publish() {
                        otherNodes.forEach(Runnable::run);
                    }

                    @Override
                    public void listen(Runnable listener) {
                        otherNodes.add(listener);
                    }
                });
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, written);
    }

    @Override
    protected List<String> auditedSubjects() {
        return TestDynamo.rows(TestDynamo.TABLES.auditEvents().name()).stream()
                .map(row -> row.get("subject").s())
                .toList();
    }

    @Test
    void aGrantThatNobodyCanReadCountsForNobody() {
        TestDynamo.put(
                TestDynamo.TABLES.grants().name(),
                Map.of(
                        "grant_id", AttributeValue.fromS("g-0"),
                        "user_key", AttributeValue.fromS("ana@example.com"),
                        "ends_at", AttributeValue.fromN("99999999999999"),
                        "end_minute_shard", AttributeValue.fromS("2999-01-01T00:00:00Z#1")));

        assertThat(grants().live(Instant.EPOCH)).isEmpty();
        assertThat(grants().of(new UserId("ana@example.com"), 10)).isEmpty();
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
