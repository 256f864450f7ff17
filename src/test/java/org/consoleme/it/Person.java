package org.consoleme.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** Somebody who talks to the server: signed in by the proxy's header, or in a terminal. */
final class Person {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<URI> server;
    private final Map<String, String> headers;

    private Person(Supplier<URI> server, Map<String, String> headers) {
        this.server = server;
        this.headers = Map.copyOf(headers);
    }

    /** The same person at another server, asked for anew before each call. */
    Person at(Supplier<URI> other) {
        return new Person(other, headers);
    }

    static Person named(URI server, String user) {
        return new Person(
                () -> server,
                Map.of("user_header", user, "Cookie", "_xsrf=journey", "X-Xsrftoken", "journey"));
    }

    static Person engineer(URI server) {
        return named(server, "engineer@example.com");
    }

    static Person approver(URI server) {
        return named(server, "approver@example.com");
    }

    static Person administrator(URI server) {
        return named(server, "admin@example.com");
    }

    static Person nobody(URI server) {
        return new Person(() -> server, Map.of());
    }

    /** Signs in as weep does: a challenge, approved by the same person in the browser. */
    Person terminal() {
        String user = headers.get("user_header");
        Person nobody = new Person(server, Map.of());
        Reply urls = nobody.get("/noauth/v1/challenge_generator/" + user).must(200);
        String approve = last(urls.json().get("challenge_url").asText());
        String poll = last(urls.json().get("polling_url").asText());
        Reply seen = get("/api/v2/challenge_validator/" + approve).must(200);
        String nonce = seen.json().get("nonce").asText();
        post("/api/v2/challenge_validator/" + approve, "{\"nonce\": \"" + nonce + "\"}").must(200);
        Reply done = nobody.get("/noauth/v1/challenge_poller/" + poll).must(200);
        return new Person(
                server,
                Map.of(
                        "Cookie",
                        done.json().get("cookie_name").asText()
                                + "="
                                + done.json().get("encoded_jwt").asText()));
    }

    Reply get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    Reply post(String path, String json) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Reply put(String path, String json) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(json));
    }

    Reply postYaml(String path, String yaml) {
        return send("POST", path, "application/yaml", HttpRequest.BodyPublishers.ofString(yaml));
    }

    /** A body that may be no text at all. */
    Reply post(String path, byte[] body) {
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    Reply delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    private Reply send(String method, String path, HttpRequest.BodyPublisher body) {
        return send(method, path, "application/json", body);
    }

    private Reply send(String method, String path, String type, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.get().resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", type)
                        .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
