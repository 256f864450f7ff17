package org.consoleme.platform.dynamo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;
import org.consoleme.requests.RequestState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Gives requests that an earlier release stored their place in the index by time; without it they
 * are in no list of all. They are found by the index by state, in which all of them are. Several
 * nodes may do that at a time, and over again: a row is written as it was read or not at all, and
 * keeps its revision.
 */
final class TimeIndexFilling {
    private static final Logger LOG = LoggerFactory.getLogger(TimeIndexFilling.class);
    private static final String KEY = "request_id";
    private static final int PAGE = 100;

    /** More than there are partitions, so that a small table is done in one turn. */
    private static final int PAGES = 100;

    private final DynamoDatabase dynamo;
    private final String table;
    private final SecondaryIndex byState;
    private final BatchReads rows;
    private final Deque<String> partitions;
    private Map<String, AttributeValue> after = Map.of();

    /**
     * @param requestState the table of requests
     */
    TimeIndexFilling(DynamoDatabase dynamo, TableDefinition requestState) {
        this.dynamo = dynamo;
        table = requestState.name();
        byState = requestState.index("by_state_and_time");
        rows = new BatchReads(dynamo, table, KEY);
        partitions =
                new ArrayDeque<>(
                        Arrays.stream(RequestState.Name.values())
                                .flatMap(state -> RequestItem.shards(state).stream())
                                .toList());
    }

    /**
     * Looks at 10,000 rows at most; the next turn goes on from there, also after one that failed.
     *
     * @return true if nothing is left to do
     */
    boolean turn() {
        for (int page = 0; page < PAGES && !partitions.isEmpty(); page++) {
            QueryResponse keys = keys(partitions.element());
            fill(keys.items().stream().map(TimeIndexFilling::id).toList());
            after = keys.lastEvaluatedKey();
            if (after.isEmpty()) {
                partitions.remove();
            }
        }
        return partitions.isEmpty();
    }

    private QueryResponse keys(String partition) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(byState.name())
                        .keyConditionExpression("#hash = :hash")
                        .expressionAttributeNames(Map.of("#hash", byState.hash().name()))
                        .expressionAttributeValues(Map.of(":hash", AttributeValue.fromS(partition)))
                        .exclusiveStartKey(after.isEmpty() ? null : after)
                        .limit(PAGE)
                        .build();
        return dynamo.ask(client -> client.query(query));
    }

    private void fill(List<String> ids) {
        List<String> lacking =
                rows.items(ids, KEY, "time_shard").values().stream()
                        .filter(RequestItem::isWithoutTime)
                        .map(TimeIndexFilling::id)
                        .toList();
        long filled =
                rows.items(lacking).values().stream()
                        .filter(row -> row.containsKey("revision"))
                        .filter(this::put)
                        .count();
        if (filled > 0) {
            LOG.atInfo()
                    .addKeyValue("requests", filled)
                    .log("requests of an earlier release entered into the list of all");
        }
    }

    private static String id(Map<String, AttributeValue> item) {
        return item.get(KEY).s();
    }

    /** False if it changed meanwhile, which gave it its place too. */
    private boolean put(Map<String, AttributeValue> row) {
        try {
            dynamo.ask(
                    client ->
                            client.putItem(
                                    put ->
                                            put.tableName(table)
                                                    .item(RequestItem.withTime(row))
                                                    .conditionExpression("revision = :revision")
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":revision",
                                                                    row.get("revision")))));
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        }
    }
}
