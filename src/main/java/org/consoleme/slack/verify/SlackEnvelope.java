package org.consoleme.slack.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Problem;
import org.consoleme.slack.SlackTenant;

/**
 * What kind of thing Slack sent, and from which workspace: read strictly, before Bolt looks at it.
 * Exactly one of command, interaction or event; one action in a click; no key twice; JSON no deeper
 * than 50.
 */
record SlackEnvelope(
        Kind kind, Optional<String> team, Optional<String> enterprise, Optional<String> app) {
    private static final int DEEPEST = 50;
    private static final int MOST_FIELDS = 100;
    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();

    enum Kind {
        COMMAND,
        INTERACTION,
        /** A global shortcut: Slack names no app in it. */
        SHORTCUT,
        EVENT,
        /**
         * Slack asks whether we are there, once, when somebody saves the address: it names nobody.
         *
         * @see <a
         *     href="https://docs.slack.dev/reference/events/url_verification">url_verification</a>
         */
        HANDSHAKE
    }

    boolean isFor(SlackTenant tenant) {
        return switch (kind) {
            case SHORTCUT -> tenant.isOurWorkspace(team, enterprise);
            case HANDSHAKE -> true;
            case COMMAND, INTERACTION, EVENT -> tenant.isOurs(team, enterprise, app);
        };
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} for anything else
     */
    static SlackEnvelope read(String contentType, byte[] body) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return switch (type) {
            case "application/x-www-form-urlencoded" -> form(body);
            case "application/json" -> event(json(new String(body, StandardCharsets.UTF_8)));
            default -> throw malformed("Content-Type");
        };
    }

    private static SlackEnvelope form(byte[] body) {
        Map<String, String> fields = fields(new String(body, StandardCharsets.UTF_8));
        String payload = fields.get("payload");
        String command = fields.get("command");
        if (fields.containsKey("ssl_check") || (payload == null) == (command == null)) {
            throw malformed("payload");
        }
        if (payload != null) {
            JsonNode json = json(payload);
            if (json.path("type").asText().equals("block_actions")
                    && json.path("actions").size() != 1) {
                throw malformed("actions");
            }
            return new SlackEnvelope(
                    json.path("type").asText().equals("shortcut")
                            ? Kind.SHORTCUT
                            : Kind.INTERACTION,
                    text(json.path("team").path("id")),
                    text(json.path("enterprise").path("id")),
                    text(json.path("api_app_id")));
        }
        return new SlackEnvelope(
                Kind.COMMAND,
                Optional.ofNullable(fields.get("team_id")),
                Optional.ofNullable(fields.get("enterprise_id")),
                Optional.ofNullable(fields.get("api_app_id")));
    }

    /**
     * The workspace that an event is for stands in its authorization; the outer one is another
     * where somebody of elsewhere spoke in a shared channel.
     */
    private static SlackEnvelope event(JsonNode json) {
        if (json.path("type").asText().equals("url_verification")
                && json.path("challenge").isTextual()) {
            return new SlackEnvelope(
                    Kind.HANDSHAKE, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (!json.path("type").asText().equals("event_callback")
                || !json.path("event").path("type").isTextual()) {
            throw malformed("event");
        }
        JsonNode authorization = json.path("authorizations").path(0);
        JsonNode home = authorization.isObject() ? authorization : json;
        return new SlackEnvelope(
                Kind.EVENT,
                text(home.path("team_id")),
                text(home.path("enterprise_id")),
                text(json.path("api_app_id")));
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&", MOST_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            if (equals < 0 || fields.size() >= MOST_FIELDS) {
                throw malformed("body");
            }
            try {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                String value =
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(name, value) != null) {
                    throw malformed(name);
                }
            } catch (IllegalArgumentException e) {
                throw malformed("body");
            }
        }
        return fields;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json == null || !json.isObject()) {
                throw malformed("payload");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw malformed("payload");
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static RuntimeException malformed(String field) {
        return new Problem.Invalid(field, "not a request that Slack sends").asException();
    }
}
