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

/** Requests as people make and decide them on the web, one at a time. */
final class Console {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LAST_GOOD = 299;
    private static final ObjectMapper JSON = new ObjectMapper();
    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

    Console(URI server) {
        this.server = server;
    }

    /** What came of posting a request. */
    int status(String user, String json) {
        return send(user, RoleUniverse.group(0), "/api/v3/requests", json).statusCode();
    }

    /**
     * @param group that they are in
     */
    JsonNode post(String user, String group, String path, String json) {
        HttpResponse<String> answer = send(user, group, path, json);
        if (answer.statusCode() > LAST_GOOD) {
            throw new IllegalStateException(
                    path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void approve(int approver, String request, String hash) {
        post(
                PeopleOnTheWeb.approver(approver),
                Rules.APPROVERS,
                PeopleOnTheWeb.decisionOn(request),
                PeopleOnTheWeb.approval(hash));
    }

    private HttpResponse<String> send(String user, String group, String path, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(PATIENCE)
                        .header("user_header", user)
                        .header("groups_header", group)
                        .header("Content-Type", "application/json")
                        .header("Cookie", "_xsrf=bench")
                        .header("X-Xsrftoken", "bench")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
