package org.consoleme.platform.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3ObjectStoreWireTest {
    private HttpServer server;
    private Aws aws;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.start();
        aws =
                new Aws(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        Settings.NONE,
                        Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        aws.close();
        server.stop(0);
    }

    @Test
    void deniedWithoutListPermissionMeansMissing() {
        server.createContext("/", exchange -> error(exchange, 403, "AccessDenied"));

        assertThat(new S3ObjectStore(aws.clients).get("cache", "key")).isEqualTo(Optional.empty());
    }

    @Test
    void aDeniedWriteIsRefused() {
        server.createContext("/", exchange -> error(exchange, 403, "AccessDenied"));

        assertThat(
                        Problems.of(
                                () ->
                                        new S3ObjectStore(aws.clients)
                                                .put("cache", "key", new byte[] {1})))
                .isEqualTo(new Problem.Refused("AWS", "AccessDenied"));
    }

    @Test
    void aBucketInAnotherRegionIsFollowedThere() {
        server.createContext(
                "/",
                exchange -> {
                    String signed = exchange.getRequestHeaders().getFirst("Authorization");
                    exchange.getResponseHeaders().set("x-amz-bucket-region", "eu-west-1");
                    if (signed.contains("/eu-west-1/s3/")) {
                        answer(exchange, 200, "there");
                    } else {
                        error(exchange, 301, "PermanentRedirect");
                    }
                });

        assertThat(new S3ObjectStore(aws.clients).get("cache", "key").orElseThrow())
                .isEqualTo("there".getBytes(UTF_8));
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        answer(exchange, status, "<Error><Code>" + code + "</Code><Message>m</Message></Error>");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(UTF_8);
            boolean bare = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
            if (!bare) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
