package org.consoleme.slacktwin.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of a route: answers loopback names only, so that no web page can reach the twin
 * under a name of its own (DNS rebinding), and reads at most {@value #MAX_BODY} bytes.
 */
public final class Guard implements HttpHandler {

    /** Bytes of a body that the twin reads. */
    public static final int MAX_BODY = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Function<Call, Reply> route;

    public Guard(Function<Call, Reply> route) {
        this.route = route;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            if (!reply.isBroken()) {
                send(exchange, reply);
            }
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException {
        if (!loopback(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse(""))) {
            return Reply.plain(421, "The Slack twin answers on localhost only.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Reply.plain(413, "The body is larger than " + MAX_BODY + " bytes.");
        }
        try {
            return route.apply(
                    new Call(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                            exchange.getRequestHeaders(),
                            body));
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("path", exchange.getRequestURI().getPath())
                    .log("the slack twin failed");
            return Reply.plain(500, "The Slack twin failed; its log says why.");
        }
    }

    private static boolean loopback(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > 0 && host.substring(colon + 1).chars().allMatch(Character::isDigit);
        return LOOPBACK.contains(port ? host.substring(0, colon) : host);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean none = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), none ? -1 : reply.body().length);
        if (!none) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
