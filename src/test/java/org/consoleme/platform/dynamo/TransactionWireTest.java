package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Queue;
import java.util.function.IntFunction;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB says of transactions, as it does on the wire. */
class TransactionWireTest {
    private static final int MAX_TRIES = 6;

    private final AnsweringDynamo server = new AnsweringDynamo();
    private final DynamoDatabase dynamo = server.database;
    private final Queue<JsonNode> requests = server.requests;

    @AfterEach
    void stop() {
        server.close();
    }

    /** Each attempt for what the function says of its number; an empty text lets it through. */
    private void cancelled(IntFunction<String> code) {
        server.answer =
                (number, request) ->
                        code.apply(number).isEmpty()
                                ? "{}"
                                : "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                                        + "\"Message\":\"cancelled\",\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\""
                                        + code.apply(number)
                                        + "\"}]}";
    }

    private static Transaction two() {
        return new Transaction()
                .put("t", Map.of("id", AttributeValue.fromS("1")))
                .put(
                        "t",
                        Map.of("id", AttributeValue.fromS("2")),
                        "attribute_not_exists(id)",
                        Map.of());
    }

    @Test
    void otherWritersAtTheSameItemsCostTimeOnlyAndTheTokenStays() {
        cancelled(number -> number < 3 ? "TransactionConflict" : "");

        two().run(dynamo);

        assertThat(requests).hasSize(3);
        assertThat(requests.stream().map(r -> r.path("ClientRequestToken").asText()).distinct())
                .hasSize(1)
                .noneMatch(String::isEmpty);
    }

    @Test
    void anotherTransactionHasAnotherToken() {
        two().run(dynamo);
        two().run(dynamo);

        assertThat(requests.stream().map(r -> r.path("ClientRequestToken").asText()).distinct())
                .hasSize(2);
    }

    @Test
    void aConditionThatIsNotMetIsAConflictAtOnce() {
        cancelled(number -> "ConditionalCheckFailed");

        assertThat(Problems.of(() -> two().run(dynamo))).isInstanceOf(Problem.Conflict.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void withoutCapacityItEndsInUnavailableAfterAFewTries() {
        cancelled(number -> "ThrottlingError");

        assertThat(Problems.of(() -> two().run(dynamo))).isInstanceOf(Problem.Unavailable.class);
        assertThat(requests).hasSize(MAX_TRIES);
    }

    @Test
    void whatDynamoDbWillNeverTakeIsRefusedAtOnce() {
        cancelled(number -> "ValidationError");

        assertThat(Problems.of(() -> two().run(dynamo)))
                .isEqualTo(new Problem.Refused("DynamoDB", "ValidationError"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void whatIsTooLargeIsNotEvenSent() {
        Transaction large =
                new Transaction()
                        .put(
                                "t",
                                Map.of(
                                        "id",
                                        AttributeValue.fromS(
                                                "x".repeat((int) Transaction.MAX_ITEM))));

        assertThat(Problems.of(() -> large.run(dynamo)))
                .isEqualTo(new Problem.TooLarge(Transaction.MAX_ITEM));
        assertThat(requests).isEmpty();
    }
}
