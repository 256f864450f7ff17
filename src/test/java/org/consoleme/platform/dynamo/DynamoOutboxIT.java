package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.OutboxContract;
import org.consoleme.testing.OnDynamoLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class DynamoOutboxIT extends OutboxContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String TABLE = TestDynamo.TABLES.outbox().name();

    private final WrittenEvents written = new WrittenEvents();
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.outbox());
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(dynamo, TestDynamo.CONFIGURATION, written);
    }

    @Override
    protected void write(OutboxEvent event) {
        TestDynamo.put(TABLE, OutboxItem.of(event));
        written.tell(List.of(event));
    }

    private static OutboxEvent event(String id, String subject, Instant notBefore) {
        return new OutboxEvent(id, OutboxEvent.Kind.APPLY_REQUEST, subject, NOW, 0, notBefore);
    }

    @Test
    void whatALaterReleaseWroteIsLeftForItAndHoldsNothingUp() {
        OutboxEvent event = event("01B", "r-1", NOW);
        Map<String, AttributeValue> unknown =
                new HashMap<>(OutboxItem.of(event("01A", "r-1", NOW)));
        unknown.put("kind", AttributeValue.fromS("SEND_A_PIGEON"));
        TestDynamo.put(TABLE, unknown);
        write(event);

        assertThat(outbox().due(NOW, 10)).containsExactly(event);
        assertThat(TestDynamo.rows(TABLE)).hasSize(2);
    }

    /** As it lay before what is to be applied had shards of its own. */
    private static void putWhereItLayBefore(OutboxEvent event) {
        Map<String, AttributeValue> row = new HashMap<>(OutboxItem.of(event));
        row.put("shard", AttributeValue.fromS("2"));
        TestDynamo.put(TABLE, row);
    }

    @Test
    void whatAnEarlierReleasePutIntoAnotherShardIsDoneWithThere() {
        putWhereItLayBefore(event("01A", "r-1", NOW));

        outbox().due(NOW, 10).forEach(outbox()::done);

        assertThat(outbox().due(NOW, 10)).isEmpty();
        assertThat(TestDynamo.rows(TABLE)).isEmpty();
    }

    @Test
    void whatAnEarlierReleasePutIntoAnotherShardWaitsAndIsCountedThere() {
        putWhereItLayBefore(event("01A", "r-1", NOW));

        outbox().due(NOW, 10).forEach(event -> outbox().later(event, NOW.plusSeconds(5)));

        assertThat(outbox().due(NOW, 10)).isEmpty();
        assertThat(outbox().due(NOW.plusSeconds(5), 10))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.id()).isEqualTo("01A");
                            assertThat(event.attempts()).isEqualTo(1);
                        });
    }

    @Test
    void whatIsDueIsFoundBehindPagesOfWhatIsNot() {
        IntStream.range(100, 350)
                .forEach(i -> write(event("01A" + i, "waits-" + i, NOW.plusSeconds(60))));
        OutboxEvent last = event("01Z", "r-1", NOW);
        write(last);

        assertThat(outbox().due(NOW, 1)).containsExactly(last);
    }

    @Test
    void aListenerThatFailsDoesNotLookLikeAWriteThatFailed() {
        outbox().onWritten(
                        event -> {
                            throw new IllegalStateException("no thread left");
                        });
        OutboxEvent event = event("01A", "r-1", NOW);

        write(event);

        assertThat(outbox().due(NOW, 1)).containsExactly(event);
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
