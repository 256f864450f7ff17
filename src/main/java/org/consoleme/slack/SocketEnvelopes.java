package org.consoleme.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.slack.verify.EnvelopeCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of what came over a socket the request that would have come by HTTP, checks it as that one
 * would be, and runs it. The envelope's id stands in the place of the signature: what comes twice
 * has one effect.
 */
@Single
public class SocketEnvelopes {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEnvelopes.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final int TAKEN = 200;

    private final EnvelopeCheck check;

    @Inject
    public SocketEnvelopes(EnvelopeCheck check) {
        this.check = check;
    }

    /** Whether it is known by now what is for us. */
    boolean ready() {
        return check.ready();
    }

    /**
     * @return the acknowledgement; empty if it was not taken
     */
    Optional<String> run(App app, JsonObject envelope) {
        String id = envelope.get("envelope_id").getAsString();
        Optional<String> body = body(envelope);
        String type = isEvent(envelope) ? JSON : FORM;
        if (body.isEmpty() || !check.passes(type, body.get())) {
            // never to come again
            return Optional.of(acknowledgement(id, ""));
        }
        try {
            Response response = app.run(request(app, id, type, body.get()));
            return response.getStatusCode() == TAKEN
                    ? Optional.of(
                            acknowledgement(id, Optional.ofNullable(response.getBody()).orElse("")))
                    : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty();
        } catch (Exception e) {
            LOG.atError().setCause(e).log("slack envelope failed");
            return Optional.empty();
        }
    }

    private static boolean isEvent(JsonObject envelope) {
        return "events_api".equals(envelope.get("type").getAsString());
    }

    private static Optional<String> body(JsonObject envelope) {
        JsonElement payload = envelope.get("payload");
        if (payload == null || !payload.isJsonObject()) {
            return Optional.empty();
        }
        return switch (envelope.get("type").getAsString()) {
            case "events_api" -> Optional.of(payload.toString());
            case "interactive" -> Optional.of("payload=" + encoded(payload.toString()));
            case "slash_commands" ->
                    Optional.of(
                            payload.getAsJsonObject().entrySet().stream()
                                    .filter(field -> field.getValue().isJsonPrimitive())
                                    .map(
                                            field ->
                                                    encoded(field.getKey())
                                                            + "="
                                                            + encoded(
                                                                    field.getValue().getAsString()))
                                    .collect(Collectors.joining("&")));
            default -> Optional.empty();
        };
    }

    private static Request<?> request(App app, String id, String type, String body) {
        return new SlackRequestParser(app.config())
                .parse(
                        SlackRequestParser.HttpRequest.builder()
                                .requestUri("/slack/events")
                                .queryString(Map.of())
                                .requestBody(body)
                                .headers(
                                        new RequestHeaders(
                                                Map.of(
                                                        "content-type",
                                                        List.of(type),
                                                        "x-slack-signature",
                                                        List.of("socket " + id))))
                                .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * @param body JSON, text, or nothing
     */
    private static String acknowledgement(String id, String body) {
        JsonObject ack = new JsonObject();
        ack.addProperty("envelope_id", id);
        if (!body.isEmpty()) {
            ack.add("payload", payload(body));
        }
        return ack.toString();
    }

    private static JsonElement payload(String body) {
        try {
            JsonElement json = JsonParser.parseString(body);
            if (json.isJsonObject()) {
                return json;
            }
        } catch (JsonParseException e) {
            LOG.debug("slack answer is text");
        }
        JsonObject text = new JsonObject();
        text.addProperty("text", body);
        return text;
    }
}
