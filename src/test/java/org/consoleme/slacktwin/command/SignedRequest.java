package org.consoleme.slacktwin.command;

import java.util.Map;

/** A slash command or a click ready to go, byte for byte; sent twice it is a replay. */
public final class SignedRequest {

    private final String user;
    private final String channel;
    private final String line;
    private final boolean click;
    private final byte[] body;
    private final Map<String, String> headers;

    SignedRequest(
            String user,
            String channel,
            String line,
            boolean click,
            byte[] body,
            Map<String, String> headers) {
        this.user = user;
        this.channel = channel;
        this.line = line;
        this.click = click;
        this.body = body.clone();
        this.headers = Map.copyOf(headers);
    }

    String user() {
        return user;
    }

    String channel() {
        return channel;
    }

    /** What was typed. */
    String line() {
        return line;
    }

    public byte[] body() {
        return body.clone();
    }

    /** Signature and time stamp among them. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A click has no answer but "taken". */
    boolean click() {
        return click;
    }

    String command() {
        if (click) {
            return line;
        }
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(0, space);
    }
}
