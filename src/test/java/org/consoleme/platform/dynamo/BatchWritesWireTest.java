package org.consoleme.platform.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Golden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What DynamoDB hands back, and what it refuses, as it does on the wire. */
class BatchWritesWireTest {
    private final ConcurrentLinkedQueue<JsonNode> requests = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = (number, request) -> "{}";
    private volatile int status = 200;
    private HttpServer server;
    private DynamoDatabase dynamo;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        dynamo =
                TestDynamo.database(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        dynamo.close();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode request =
                Golden.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        requests.add(request);
        byte[] body = answer.to(requests.size(), request).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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
        answer =
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
        answer =
                (number, request) -> "{\"UnprocessedItems\": " + request.path("RequestItems") + "}";

        assertThatThrownBy(() -> new BatchWrites(dynamo).run("t", puts(2)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
        assertThat(requests).hasSize(6);
    }

    @Test
    void aRefusalCarriesDynamoDbsCodeAndIsNotRetried() {
        status = 400;
        answer =
                (number, request) ->
                        "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\"}";

        assertThatThrownBy(() -> new BatchWrites(dynamo).run("t", puts(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(
                                                new Problem.Refused(
                                                        "DynamoDB", "AccessDeniedException")));
        assertThat(requests).hasSize(1);
    }

    @Test
    void throttlingIsRetriedAndThenUnavailable() {
        status = 400;
        answer =
                (number, request) ->
                        "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}";

        assertThatThrownBy(() -> new BatchWrites(dynamo).run("t", puts(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Unavailable.class));
        assertThat(requests).hasSize(3);
    }

    private interface Answer {
        String to(int number, JsonNode request);
    }
}
