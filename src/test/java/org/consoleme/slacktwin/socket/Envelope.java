package org.consoleme.slacktwin.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;

/**
 * One thing that Slack has to say, over a socket.
 *
 * @param text what goes over the wire
 * @see <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Socket Mode</a>
 */
record Envelope(String id, String text) {

    /** Puts the body of a request into an envelope; signature and time stamp stay behind. */
    static Envelope of(SignedRequest request) {
        String id = UUID.randomUUID().toString();
        String body = new String(request.body(), StandardCharsets.UTF_8);
        boolean event = request.header("Content-Type").orElse("").startsWith("application/json");
        Map<String, String> fields = event ? Map.of() : Form.parse(body);
        ObjectNode envelope = Json.object().put("envelope_id", id);
        envelope.set("payload", payload(event, body, fields));
        envelope.put(
                "type",
                event
                        ? "events_api"
                        : fields.containsKey("payload") ? "interactive" : "slash_commands");
        envelope.put("accepts_response_payload", !event);
        if (event) {
            envelope.put(
                    "retry_attempt",
                    Integer.parseInt(request.header("X-Slack-Retry-Num").orElse("0")));
            envelope.put("retry_reason", request.header("X-Slack-Retry-Reason").orElse(""));
        }
        return new Envelope(id, Json.write(envelope));
    }

    private static JsonNode payload(boolean event, String body, Map<String, String> fields) {
        if (event) {
            return Json.read(body).orElseGet(Json::object);
        }
        return fields.containsKey("payload")
                ? Json.read(fields.get("payload")).orElseGet(Json::object)
                : Json.tree(fields);
    }
}
