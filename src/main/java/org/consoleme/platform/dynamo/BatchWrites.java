package org.consoleme.platform.dynamo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.consoleme.shared.Problem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Puts and deletes in groups of 25, until DynamoDB has taken every one of them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
final class BatchWrites {
    static final int GROUP = 25;

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 20;

    private final DynamoDatabase dynamo;

    BatchWrites(DynamoDatabase dynamo) {
        this.dynamo = dynamo;
    }

    static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }

    static WriteRequest delete(Map<String, AttributeValue> key) {
        return WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build();
    }

    /**
     * @param writes at most one for each key
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} when DynamoDB kept handing
     *     some back
     */
    void run(String table, List<WriteRequest> writes) {
        for (int from = 0; from < writes.size(); from += GROUP) {
            group(table, writes.subList(from, Math.min(writes.size(), from + GROUP)));
        }
    }

    private void group(String table, List<WriteRequest> writes) {
        List<WriteRequest> left = new ArrayList<>(writes);
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)).asException();
            }
            pause(attempt);
            Map<String, List<WriteRequest>> request = Map.of(table, left);
            left =
                    dynamo.ask(
                                    client ->
                                            client.batchWriteItem(
                                                    batch -> batch.requestItems(request)))
                            .unprocessedItems()
                            .getOrDefault(table, List.of());
        }
    }

    /** Doubles, with jitter, so that several writers do not come back at once. */
    private static void pause(int attempt) {
        if (attempt == 0) {
            return;
        }
        long most = FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(most / 2, most)));
        if (Thread.currentThread().isInterrupted()) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)).asException();
        }
    }
}
