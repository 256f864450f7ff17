package org.consoleme.it.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request and what ConsoleMe answered.
 *
 * @param number three digits; the order in which they were made
 * @param at when it was answered, whole seconds
 */
record Exchange(
        String number,
        String name,
        String method,
        String path,
        Map<String, String> headers,
        Optional<String> body,
        Instant at,
        Answer answer) {
    static final Path FOLDER = Path.of("src/test/resources/replay");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Exchange> all() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("http"))) {
            return files.sorted().map(Exchange::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String route() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    Exchange withPath(String other) {
        return new Exchange(number, name, method, other, headers, body, at, answer);
    }

    Exchange withBody(Optional<String> other) {
        return new Exchange(number, name, method, path, headers, other, at, answer);
    }

    Exchange at(Instant other) {
        return new Exchange(number, name, method, path, headers, body, other, answer);
    }

    private static Exchange read(Path file) {
        JsonNode whole;
        try {
            whole = JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode request = whole.get("request");
        JsonNode response = whole.get("response");
        Map<String, String> sent = new LinkedHashMap<>();
        request.get("headers")
                .properties()
                .forEach(h -> sent.put(h.getKey(), h.getValue().asText()));
        Map<String, String> got = new LinkedHashMap<>();
        response.get("headers").forEach(h -> got.put(h.get(0).asText(), h.get(1).asText()));
        return new Exchange(
                file.getFileName().toString().substring(0, 3),
                whole.get("name").asText(),
                request.get("method").asText(),
                request.get("path").asText(),
                sent,
                Optional.ofNullable(request.get("body"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText),
                ZonedDateTime.parse(got.get("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant(),
                new Answer(
                        response.get("status").asInt(),
                        got.getOrDefault("Content-Type", ""),
                        response.path("body").asText("")));
    }
}
