package org.consoleme.slack.events;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;

/**
 * One event. The SDK's own models are not used: in them "left out" reads as "no".
 *
 * @param id the same in each repetition
 * @param team the workspace that it is for
 * @param body the event's own part; nothing in it is to be trusted but ids
 * @see <a href="https://docs.slack.dev/apis/events-api/#event-type-structure">Events API</a>
 */
public record SlackEvent(
        String id, String team, Optional<String> enterprise, String type, JsonObject body) {

    /**
     * @param json as the verifier let it through
     * @throws IllegalStateException if it lacks what every event has
     */
    static SlackEvent read(String json) {
        JsonObject outer = JsonParser.parseString(json).getAsJsonObject();
        JsonObject home =
                Optional.ofNullable(outer.get("authorizations"))
                        .filter(JsonElement::isJsonArray)
                        .map(JsonElement::getAsJsonArray)
                        .filter(all -> !all.isEmpty() && all.get(0).isJsonObject())
                        .map(all -> all.get(0).getAsJsonObject())
                        .orElse(outer);
        JsonObject body = outer.getAsJsonObject("event");
        Optional<String> enterprise = text(home, "enterprise_id");
        return new SlackEvent(
                required(text(outer, "event_id")),
                required(text(home, "team_id").or(() -> enterprise)),
                enterprise,
                required(text(body, "type")),
                body);
    }

    /** Empty for what is not there, or no text. */
    public Optional<String> text(String field) {
        return text(body, field);
    }

    public boolean has(String field) {
        return body.has(field) && !body.get(field).isJsonNull();
    }

    /** A field of an object within. */
    public Optional<String> text(String object, String field) {
        return Optional.ofNullable(body.get(object))
                .filter(JsonElement::isJsonObject)
                .flatMap(inner -> text(inner.getAsJsonObject(), field));
    }

    private static Optional<String> text(JsonObject in, String field) {
        return Optional.ofNullable(in.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isEmpty());
    }

    private static String required(Optional<String> value) {
        return value.orElseThrow(() -> new IllegalStateException("no event of Slack's"));
    }

    @Override
    public String toString() {
        return "SlackEvent[type=" + type + "]";
    }
}
