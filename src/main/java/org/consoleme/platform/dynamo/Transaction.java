package org.consoleme.platform.dynamo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Items that are stored together or not at all. However often it has to be sent, it has one effect:
 * all attempts carry the same token.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
final class Transaction {
    /** What one item may weigh, in bytes. */
    static final long MAX_ITEM = 400 * 1024;

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 20;

    /** Others were at the same items, or there was no capacity: it may well work a moment later. */
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private static final String NOT_MET = "ConditionalCheckFailed";

    private final String token = UUID.randomUUID().toString();
    private final List<TransactWriteItem> writes = new ArrayList<>();
    private final long maxItem;

    Transaction() {
        this(MAX_ITEM);
    }

    /**
     * @param maxItem bytes; less than {@link #MAX_ITEM} where room must be left for later
     */
    Transaction(long maxItem) {
        this.maxItem = maxItem;
    }

    Transaction put(String table, Map<String, AttributeValue> item) {
        return add(Put.builder().tableName(table).item(item).build());
    }

    /**
     * @param condition may name the values of {@code values} alone, and no reserved word
     */
    Transaction put(
            String table,
            Map<String, AttributeValue> item,
            String condition,
            Map<String, AttributeValue> values) {
        return add(
                Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .build());
    }

    private Transaction add(Put put) {
        writes.add(TransactWriteItem.builder().put(put).build());
        return this;
    }

    /**
     * @throws ProblemException {@code Conflict} if a condition was not met, {@code TooLarge} if an
     *     item is, before anything is sent; {@code Refused}; {@code Unavailable} after six tries:
     *     it may be stored then or not
     */
    void run(DynamoDatabase dynamo) {
        if (writes.stream().anyMatch(write -> ItemSize.of(write.put().item()) > maxItem)) {
            throw new Problem.TooLarge(maxItem).asException();
        }
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder()
                        .transactItems(writes)
                        .clientRequestToken(token)
                        .build();
        for (int attempt = 1; ; attempt++) {
            try {
                dynamo.ask(client -> client.transactWriteItems(request));
                return;
            } catch (TransactionCanceledException cancelled) {
                giveUpOrPause(cancelled, attempt);
            }
        }
    }

    /**
     * @return false if a condition was not met
     * @throws ProblemException as {@link #run}, but for {@code Conflict}
     */
    boolean runIfMet(DynamoDatabase dynamo) {
        try {
            run(dynamo);
            return true;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict) {
                return false;
            }
            throw e;
        }
    }

    private static void giveUpOrPause(TransactionCanceledException cancelled, int attempt) {
        List<String> codes =
                cancelled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .filter(code -> code != null && !code.equals("None"))
                        .toList();
        if (codes.contains(NOT_MET)) {
            throw new Problem.Conflict("It changed since you looked at it.").asException(cancelled);
        }
        String lasting =
                codes.stream().filter(code -> !PASSING.contains(code)).findFirst().orElse("");
        if (!lasting.isEmpty()) {
            throw new Problem.Refused("DynamoDB", lasting).asException(cancelled);
        }
        if (attempt == ATTEMPTS || !pause(attempt)) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(2)).asException(cancelled);
        }
    }

    /** Doubles, with jitter, so that several writers do not meet again. */
    private static boolean pause(int attempt) {
        long most = FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(most / 2, most)));
        return !Thread.currentThread().isInterrupted();
    }
}
