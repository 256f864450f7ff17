package org.consoleme.slacktwin.command;

import java.util.Map;
import java.util.Optional;

/** A request to the app ready to go, byte for byte; sent twice it is a replay. */
public final class SignedRequest {

    private final String channel;
    private final Reception reception;
    private final byte[] body;
    private final Map<String, String> headers;

    SignedRequest(String channel, Reception reception, byte[] body, Map<String, String> headers) {
        this.channel = channel;
        this.reception = reception;
        this.body = body.clone();
        this.headers = Map.copyOf(headers);
    }

    /** Where the person was; empty in a modal. */
    String channel() {
        return channel;
    }

    Reception reception() {
        return reception;
    }

    public byte[] body() {
        return body.clone();
    }

    /** Signature and time stamp among them. */
    public Map<String, String> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
