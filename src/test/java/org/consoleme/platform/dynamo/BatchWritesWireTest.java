package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What DynamoDB hands back, and what it refuses, as it does on the wire. */
class BatchWritesWireTest {
    private final AnsweringDynamo server = new AnsweringDynamo();
    private final DynamoDatabase dynamo = server.database;
    private final Queue<JsonNode> requests = server.requests;

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<WriteRequest> puts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> BatchWrites.put(Map.of("id", AttributeValue.fromS("" + i))))
                .toList();
    }

    private int itemsOf(JsonNode request) {
        return request.path("RequestItems").path("t").size();
    }

    @Test
    void manyWritesGoInGroupsOfTwentyFive() {
        new BatchWrites(dynamo).run("t", puts(60));

        assertThat(requests).extracting(this::itemsOf).containsExactly(25, 25, 10);
    }

    @Test
    void whatIsHandedBackIsSentAgain() {
        server.answer =
                (number, request) ->
                        number == 1
                                ? "{\"UnprocessedItems\": {\"t\": ["
                                        + request.path("RequestItems").path("t").get(3)
                                        + "]}}"
                                : "{}";

        new BatchWrites(dynamo).run("t", puts(5));

        assertThat(requests).extracting(this::itemsOf).containsExactly(5, 1);
        assertThat(
                        requests.stream()
                                .skip(1)
                                .map(r -> r.at("/RequestItems/t/0/PutRequest/Item/id/S").asText()))
                .containsExactly("3");
    }

    @Test
    void whatIsHandedBackForEverIsUnavailable() {
        server.answer =
                (number, request) -> "{\"UnprocessedItems\": " + request.path("RequestItems") + "}";

        assertThat(Problems.of(() -> new BatchWrites(dynamo).run("t", puts(2))))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(requests).hasSize(6);
    }

    @Test
    void aRefusalCarriesDynamoDbsCodeAndIsNotRetried() {
        server.answer =
                (number, request) ->
                        "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\"}";

        assertThat(Problems.of(() -> new BatchWrites(dynamo).run("t", puts(1))))
                .isEqualTo(new Problem.Refused("DynamoDB", "AccessDeniedException"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void throttlingIsRetriedAndThenUnavailable() {
        server.answer =
                (number, request) ->
                        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}";

        assertThat(Problems.of(() -> new BatchWrites(dynamo).run("t", puts(1))))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(requests).hasSize(3);
    }
}
