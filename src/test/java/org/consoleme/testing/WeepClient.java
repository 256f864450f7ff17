package org.consoleme.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Sends what weep 0.3.31 sends: its headers, its bodies, its one cookie. */
public final class WeepClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http;
    private final String base;
    private Optional<String> cookie = Optional.empty();
    private boolean certificateHeaders;
    private final Map<String, String> more = new LinkedHashMap<>();

    public WeepClient(String base) {
        this(base, profile().build());
    }

    /** weep's mTLS mode: HTTP/1.1 without ALPN, no cookie. */
    public WeepClient(String base, SSLContext tls) {
        this(base, profile().sslContext(tls).build());
    }

    private WeepClient(String base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    private static HttpClient.Builder profile() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL);
    }

    public WeepClient withCookie(String line) {
        WeepClient client = new WeepClient(base, http);
        client.cookie = Optional.of(line);
        return client;
    }

    /** Sends what a proxy would say about a certificate, without being that proxy. */
    public WeepClient withCertificateHeaders() {
        WeepClient client = new WeepClient(base, http);
        client.certificateHeaders = true;
        return client;
    }

    /** A header that weep itself does not send. */
    public WeepClient withHeader(String name, String value) {
        WeepClient client = new WeepClient(base, http);
        client.cookie = cookie;
        client.certificateHeaders = certificateHeaders;
        client.more.putAll(more);
        client.more.put(name, value);
        return client;
    }

    public Answer get(String path) {
        return send("GET", path, "application/json", HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, String contentType, String body) {
        return send("POST", path, contentType, HttpRequest.BodyPublishers.ofString(body));
    }

    /** As weep writes it: one line, ended by a line feed. */
    public Answer export(String role) {
        return credentials(
                MAPPER.createObjectNode()
                                .put("requested_role", role)
                                .put("no_ip_restrictions", false)
                        + "\n");
    }

    public Answer credentials(String body) {
        return post("/api/v1/get_credentials", "application/json", body);
    }

    public Answer send(
            String method, String path, String contentType, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("User-Agent", "weep/0.3.31 Go-http-client/1.1")
                        .header("Content-Type", contentType)
                        .method(method, body);
        cookie.ifPresent(line -> request.header("Cookie", line));
        if (certificateHeaders) {
            request.header("X-SSL-Client-Verify", "SUCCESS")
                    .header("X-SSL-Client-Subject", "CN=admin@example.com");
        }
        more.forEach(request::header);
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Go's query escaping. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer, read as weep would. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + response.body(), e);
            }
        }

        public String code() {
            return json().path("code").textValue();
        }
    }
}
