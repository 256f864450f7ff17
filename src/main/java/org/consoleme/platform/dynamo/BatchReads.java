package org.consoleme.platform.dynamo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.consoleme.shared.Problem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Items by their keys, in groups of 100, read consistently. DynamoDB hands back keys whose items
 * did not fit into one answer of 16 MB, and those that it had no capacity for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
final class BatchReads {
    private static final int GROUP = 100;
    private static final int IDLE_ROUNDS = 6;
    private static final long FIRST_PAUSE_MILLIS = 20;

    private final DynamoDatabase dynamo;
    private final String table;
    private final String hash;

    /**
     * @param hash the one attribute that is the table's key
     */
    BatchReads(DynamoDatabase dynamo, String table, String hash) {
        this.dynamo = dynamo;
        this.table = table;
        this.hash = hash;
    }

    /**
     * The items that are there, by key.
     *
     * @param only the attributes that are wanted; none for all
     */
    Map<String, Map<String, AttributeValue>> items(List<String> keys, String... only) {
        Map<String, Map<String, AttributeValue>> found = new HashMap<>();
        List<String> distinct = keys.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += GROUP) {
            group(distinct.subList(from, Math.min(distinct.size(), from + GROUP)), only, found);
        }
        return found;
    }

    private void group(
            List<String> keys, String[] only, Map<String, Map<String, AttributeValue>> found) {
        Map<String, KeysAndAttributes> left = Map.of(table, request(keys, only));
        int idle = 0;
        while (!left.isEmpty()) {
            Map<String, KeysAndAttributes> request = left;
            var page = dynamo.ask(client -> client.batchGetItem(get -> get.requestItems(request)));
            List<Map<String, AttributeValue>> items =
                    page.responses().getOrDefault(table, List.of());
            items.forEach(item -> found.put(item.get(hash).s(), item));
            left = page.unprocessedKeys();
            if (items.isEmpty() && !left.isEmpty()) {
                pause(++idle);
            }
        }
    }

    private KeysAndAttributes request(List<String> keys, String[] only) {
        return KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(keys.stream().map(key -> Map.of(hash, AttributeValue.fromS(key))).toList())
                .projectionExpression(only.length == 0 ? null : String.join(", ", only))
                .build();
    }

    private static void pause(int round) {
        long most = FIRST_PAUSE_MILLIS << round;
        if (round < IDLE_ROUNDS) {
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(
                            ThreadLocalRandom.current().nextLong(most / 2, most)));
        }
        if (round == IDLE_ROUNDS || Thread.currentThread().isInterrupted()) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)).asException();
        }
    }
}
