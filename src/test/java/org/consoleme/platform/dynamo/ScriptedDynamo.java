package org.consoleme.platform.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers DynamoDB's operations with what was set down for them; the last answer stays. */
final class ScriptedDynamo implements AutoCloseable {
    private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private record Answer(int status, String body) {}

    ScriptedDynamo() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    DynamoDatabase database() {
        return TestDynamo.database(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /**
     * @param operation {@code Query}
     */
    ScriptedDynamo then(String operation, String body) {
        return then(operation, new Answer(200, body));
    }

    ScriptedDynamo thenError(String operation, String code, String message) {
        return then(
                operation,
                new Answer(
                        400,
                        "{\"__type\":\"com.amazon.coral.validate#%s\",\"message\":\"%s\"}"
                                .formatted(code, message)));
    }

    private ScriptedDynamo then(String operation, Answer answer) {
        script.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** The operations so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        asked.add(operation);
        Deque<Answer> answers = script.get(operation);
        Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
