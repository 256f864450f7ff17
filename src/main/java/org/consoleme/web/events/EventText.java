package org.consoleme.web.events;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.consoleme.notifications.ChangeFeed.AnythingChanged;
import org.consoleme.notifications.ChangeFeed.Changed;
import org.consoleme.notifications.ChangeFeed.GrantChanged;
import org.consoleme.notifications.ChangeFeed.RequestChanged;
import org.consoleme.web.Json;

/**
 * Events on the wire.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventText {
    /** How soon a browser comes back after the stream ended. */
    private static final String RETRY = "retry: 2000\n\n";

    /** A comment: keeps proxies from taking the stream for dead. */
    private static final String BEAT = ":\n\n";

    private EventText() {}

    static byte[] retry() {
        return bytes(RETRY);
    }

    static byte[] beat() {
        return bytes(BEAT);
    }

    static byte[] of(Changed changed) {
        return switch (changed) {
            case RequestChanged it -> event("request", Map.of("id", it.request().value()));
            case GrantChanged it -> event("grant", Map.of("id", it.grant().value()));
            case AnythingChanged _ -> bytes("data: {}\n\n");
        };
    }

    private static byte[] event(String name, Map<String, String> data) {
        return bytes("event: " + name + "\ndata: " + Json.text(data) + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
