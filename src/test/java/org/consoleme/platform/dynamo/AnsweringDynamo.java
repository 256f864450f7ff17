package org.consoleme.platform.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.consoleme.testing.Golden;

/** Answers each request of DynamoDB's wire by its number and what is in it, and keeps them all. */
final class AnsweringDynamo implements AutoCloseable {
    final ConcurrentLinkedQueue<JsonNode> requests = new ConcurrentLinkedQueue<>();
    volatile Answer answer = (number, request) -> "{}";
    private final HttpServer server;
    final DynamoDatabase database;

    /** A body that names a type is that of an error. */
    interface Answer {
        String to(int number, JsonNode request);
    }

    AnsweringDynamo() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
        database =
                TestDynamo.database(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode request =
                Golden.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        requests.add(request);
        String text = answer.to(requests.size(), request);
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(text.contains("\"__type\"") ? 400 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        database.close();
        server.stop(0);
    }
}
