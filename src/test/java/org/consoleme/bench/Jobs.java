package org.consoleme.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Jobs as an administrator starts and watches them. */
final class Jobs {
    private static final int ACCEPTED = 202;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** The first start of a job waits for the engine of Batch, on a busy machine for long. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private static final ObjectMapper JSON = new ObjectMapper();
    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    Jobs(URI server) {
        this.server = server;
    }

    void start(String job) {
        HttpResponse<String> answer =
                send(
                        request("/api/v3/jobs/" + job + "/runs")
                                .header("Cookie", "_xsrf=bench")
                                .header("X-Xsrftoken", "bench")
                                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.statusCode() != ACCEPTED) {
            throw new IllegalStateException(job + " not started: " + answer.body());
        }
    }

    /** The {@code nth} run of the job with its accounts, once it has ended well. */
    JsonNode awaitEnd(String job, int nth) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        Polling.until(
                PATIENCE,
                Duration.ofSeconds(1),
                () -> {
                    JsonNode runs = read("/api/v3/jobs/runs?job=" + job).path("runs");
                    found.set(runs.path(0));
                    return runs.size() >= nth && runs.path(0).hasNonNull("endedAt");
                });
        JsonNode run = found.get();
        if (!"COMPLETED".equals(run.path("batchStatus").asText())) {
            throw new IllegalStateException(job + " ended so: " + run.path("exitStatus").asText());
        }
        return read("/api/v3/jobs/runs/" + run.path("id").asText());
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(send(request(path).GET()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(ANSWER)
                .header("user_header", Configurations.ADMINISTRATOR);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
