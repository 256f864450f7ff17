package org.consoleme.platform.dynamo;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * {@code consoleme_outbox}, read shard by shard. An event waits for earlier ones of its own subject
 * and kind, not for those of another kind. What is to be applied lies in shards of its own, so that
 * however many messages cannot be told, none of them stands before it; nor does it keep them from
 * being read.
 */
@Single
public class DynamoOutbox implements Outbox {
    /** How far one look goes into a shard where much waits for its time. */
    private static final int MAX_LOOK = 2_000;

    private static final int PAGE = 100;

    private final DynamoDatabase dynamo;
    private final WrittenEvents written;
    private final String table;

    @Inject
    public DynamoOutbox(DynamoDatabase dynamo, Configuration configuration, WrittenEvents written) {
        this.dynamo = dynamo;
        this.written = written;
        table = DynamoTables.from(configuration).outbox().name();
    }

    @Override
    public List<OutboxEvent> due(Instant now, int limit) {
        List<OutboxEvent> apply = due(OutboxItem.SHARDS_TO_APPLY, now, limit);
        int room = Math.max(limit - apply.size(), limit / 2);
        List<OutboxEvent> tell = due(OutboxItem.SHARDS_TO_TELL, now, room);
        return Stream.concat(apply.stream().limit(limit - tell.size()), tell.stream()).toList();
    }

    private List<OutboxEvent> due(List<String> shards, Instant now, int limit) {
        return shards.stream()
                .flatMap(shard -> due(shard, now, limit).stream())
                .sorted(Comparator.comparing(OutboxEvent::id))
                .limit(limit)
                .toList();
    }

    private List<OutboxEvent> due(String shard, Instant now, int limit) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("#shard = :shard")
                        .expressionAttributeNames(Map.of("#shard", "shard"))
                        .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS(shard)))
                        .limit(PAGE)
                        .build();
        return dynamo.ask(
                client -> due(client.queryPaginator(query).items().iterator(), now, limit));
    }

    private static List<OutboxEvent> due(
            Iterator<Map<String, AttributeValue>> rows, Instant now, int limit) {
        List<OutboxEvent> due = new ArrayList<>();
        Set<String> waiting = new HashSet<>();
        for (int seen = 0; seen < MAX_LOOK && due.size() < limit && rows.hasNext(); seen++) {
            Optional<OutboxEvent> event = OutboxItem.read(rows.next());
            if (event.isEmpty()) {
                continue;
            }
            String line = event.get().kind() + " " + event.get().subject();
            if (event.get().notBefore().isAfter(now)) {
                waiting.add(line);
            } else if (!waiting.contains(line)) {
                due.add(event.get());
            }
        }
        return due;
    }

    @Override
    public void done(OutboxEvent event) {
        dynamo.ask(
                client ->
                        client.deleteItem(
                                delete -> delete.tableName(table).key(OutboxItem.key(event))));
    }

    @Override
    public void later(OutboxEvent event, Instant notBefore) {
        UpdateItemRequest update =
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(OutboxItem.key(event))
                        .conditionExpression("attribute_exists(event_id)")
                        .updateExpression("SET attempts = :attempts, not_before = :at")
                        .expressionAttributeValues(
                                Map.of(
                                        ":attempts", ItemCodec.OURS.attribute(event.attempts() + 1),
                                        ":at", ItemCodec.OURS.attribute(notBefore.toEpochMilli())))
                        .build();
        try {
            dynamo.ask(client -> client.updateItem(update));
        } catch (ConditionalCheckFailedException doneMeanwhile) {
            return;
        }
    }

    @Override
    public void onWritten(Consumer<OutboxEvent> listener) {
        written.listen(listener);
    }
}
