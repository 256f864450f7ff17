package org.consoleme.slacktwin.http;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that passed the guard. */
public final class Call {

    private final String verb;
    private final String path;
    private final String query;
    private final Headers headers;
    private final byte[] body;

    Call(String verb, String path, String query, Headers headers, byte[] body) {
        this.verb = verb;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    public String verb() {
        return verb;
    }

    public String path() {
        return path;
    }

    /** As it came, still percent-encoded; empty if there is none. */
    public String query() {
        return query;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The media type in lower case, without parameters; empty if none was sent. */
    public String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    public Map<String, String> queryFields() {
        return Form.parse(query);
    }

    /** A field of the body, form or JSON, as text; empty if there is none. */
    public String argument(String name) {
        return mediaType().equals("application/json")
                ? Json.read(text()).map(b -> b.path(name).asText()).orElse("")
                : Form.parse(text()).getOrDefault(name, "");
    }
}
