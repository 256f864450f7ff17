package org.consoleme.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The stream of events as a console in somebody's browser has it. */
final class OpenConsole implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final HttpClient client;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private OpenConsole(HttpClient client) {
        this.client = client;
    }

    static OpenConsole of(URI server, String user) throws IOException, InterruptedException {
        OpenConsole console =
                new OpenConsole(
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        HttpResponse<Stream<String>> stream =
                console.client.send(
                        HttpRequest.newBuilder(server.resolve("/api/v3/events"))
                                .header("user_header", user)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        Thread.ofVirtual().start(() -> console.read(stream.body()));
        return console;
    }

    private void read(Stream<String> body) {
        try {
            body.forEach(lines::add);
        } catch (UncheckedIOException closed) {
            lines.add("closed");
        }
    }

    /**
     * @param kind {@code request} or {@code grant}
     * @throws AssertionError if it does not hear of it in time
     */
    void hears(String kind, String id) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(lines)
                                        .containsSequence(
                                                "event: " + kind, "data: {\"id\":\"" + id + "\"}"));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
