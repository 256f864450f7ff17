package org.consoleme.slacktwin.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. */
public final class Reply {

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    /** No answer at all: the connection ends. */
    public static Reply broken() {
        return new Reply(0, "", new byte[0], Map.of());
    }

    public static Reply bytes(String contentType, byte[] body) {
        return new Reply(200, contentType, body, Map.of());
    }

    public static Reply json(int status, Object value) {
        return text(status, "application/json; charset=utf-8", Json.write(value));
    }

    public static Reply plain(int status, String text) {
        return text(status, "text/plain; charset=utf-8", text);
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** What the other side has of this answer when the connection breaks first: nothing. */
    public Reply lost() {
        return broken();
    }

    /** The same answer with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, contentType, body, more);
    }

    boolean isBroken() {
        return status == 0;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
