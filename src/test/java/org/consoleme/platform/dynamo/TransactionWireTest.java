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
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Golden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB says of transactions, as it does on the wire. */
class TransactionWireTest {
    private static final int MAX_TRIES = 6;

    private final ConcurrentLinkedQueue<JsonNode> requests = new ConcurrentLinkedQueue<>();
    private volatile IntFunction<String> cancelledFor = number -> "";
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
        requests.add(Golden.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        String code = cancelledFor.apply(requests.size());
        String answer =
                code.isEmpty()
                        ? "{}"
                        : "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                                + "\"Message\":\"cancelled\",\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\""
                                + code
                                + "\"}]}";
        byte[] body = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(code.isEmpty() ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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

    private Problem problem(Transaction transaction) {
        try {
            transaction.run(dynamo);
            throw new AssertionError("it was stored");
        } catch (ProblemException error) {
            return error.problem();
        }
    }

    @Test
    void otherWritersAtTheSameItemsCostTimeOnlyAndTheTokenStays() {
        cancelledFor = number -> number < 3 ? "TransactionConflict" : "";

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
        cancelledFor = number -> "ConditionalCheckFailed";

        assertThat(problem(two())).isInstanceOf(Problem.Conflict.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void withoutCapacityItEndsInUnavailableAfterAFewTries() {
        cancelledFor = number -> "ThrottlingError";

        assertThat(problem(two())).isInstanceOf(Problem.Unavailable.class);
        assertThat(requests).hasSize(MAX_TRIES);
    }

    @Test
    void whatDynamoDbWillNeverTakeIsRefusedAtOnce() {
        cancelledFor = number -> "ValidationError";

        assertThat(problem(two())).isEqualTo(new Problem.Refused("DynamoDB", "ValidationError"));
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

        assertThatThrownBy(() -> large.run(dynamo))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error ->
                                assertThat(error.problem())
                                        .isEqualTo(new Problem.TooLarge(Transaction.MAX_ITEM)));
        assertThat(requests).isEmpty();
    }
}
