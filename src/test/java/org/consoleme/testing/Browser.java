package org.consoleme.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * What the console's page does about a terminal's sign-in, behind a proxy that names the person.
 */
public final class Browser {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String XSRF = "a-value-that-cookie-and-header-share";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String user;

    public Browser(URI server, String user) {
        this.server = server;
        this.user = user;
    }

    public HttpResponse<String> look(String token) {
        return send(request("/api/v3/challenges/" + token).GET());
    }

    public HttpResponse<String> decide(String token, String nonce, boolean approve) {
        JsonNode body = MAPPER.createObjectNode().put("nonce", nonce).put("approve", approve);
        return send(
                request("/api/v3/challenges/" + token + "/decision")
                        .header("Content-Type", "application/json")
                        .header("Cookie", "_xsrf=" + XSRF)
                        .header("X-Xsrftoken", XSRF)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public String nonce(String token) {
        return json(look(token)).path("nonce").textValue();
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + response.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("user_header", user);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
