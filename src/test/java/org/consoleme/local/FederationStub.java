package org.consoleme.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consoleme.local.FederationSessions.ConsoleSession;
import org.consoleme.local.FederationSessions.RefusedException;

/**
 * AWS's federation end point, which moto lacks: {@code getSigninToken} for keys that the stand-in
 * AWS knows, and {@code login}, which shows where one would be.
 */
final class FederationStub implements AutoCloseable {
    private static final int MAX_BODY = 64 * 1024;
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FederationSessions sessions;

    private FederationStub(HttpServer server, FederationSessions sessions) {
        this.server = server;
        this.sessions = sessions;
        server.setExecutor(threads);
        server.createContext("/federation", this::answer);
        server.start();
    }

    static FederationStub start(int port, URI aws, Clock clock) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            return new FederationStub(server, new FederationSessions(aws, clock));
        } catch (IOException e) {
            throw new LocalStackException("the federation stub did not start", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> parameters = parameters(exchange);
            switch (parameters.getOrDefault("Action", "")) {
                case "getSigninToken" -> getSigninToken(exchange, parameters);
                case "login" -> login(exchange, parameters);
                default -> refuse(exchange, "Action must be getSigninToken or login");
            }
        } catch (IllegalArgumentException e) {
            refuse(exchange, "the parameters cannot be decoded");
        }
    }

    private void getSigninToken(HttpExchange exchange, Map<String, String> parameters)
            throws IOException {
        try {
            String token =
                    sessions.tokenFor(
                            parameters.getOrDefault("Session", ""),
                            parameters.getOrDefault("SessionDuration", ""));
            String json = new ObjectMapper().writeValueAsString(Map.of("SigninToken", token));
            send(exchange, 200, "application/json", json);
        } catch (RefusedException e) {
            refuse(exchange, e.getMessage());
        }
    }

    private void login(HttpExchange exchange, Map<String, String> parameters) throws IOException {
        Optional<ConsoleSession> session =
                sessions.signIn(parameters.getOrDefault("SigninToken", ""));
        if (session.isEmpty()) {
            refuse(exchange, "the sign-in token is unknown or has ended");
            return;
        }
        send(
                exchange,
                200,
                "text/html",
                page(session.get(), parameters.getOrDefault("Destination", "")));
    }

    private static String page(ConsoleSession session, String destination) {
        return """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>AWS console (stand-in)</title>
        <h1>You would now be in the AWS console</h1>
        <p>You would now be in the AWS console as <b id="role">%s</b>, account <b id="account">%s</b>, until <b id="until">%s</b>.</p>
        <p>Page asked for: <code id="destination">%s</code></p>
        </html>
        """
                .formatted(
                        escape(session.role()),
                        escape(session.account()),
                        UNTIL.format(session.until()),
                        escape(destination));
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        decode(exchange.getRequestURI().getRawQuery(), parameters);
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        decode(new String(body, StandardCharsets.UTF_8), parameters);
        return parameters;
    }

    private static void decode(String form, Map<String, String> parameters) {
        if (form == null || form.isBlank()) {
            return;
        }
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }

    private static void refuse(HttpExchange exchange, String reason) throws IOException {
        send(exchange, 400, "text/plain", reason + "\n");
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
