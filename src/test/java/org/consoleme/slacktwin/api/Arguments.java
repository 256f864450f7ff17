package org.consoleme.slacktwin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.http.Call;
import org.consoleme.slacktwin.http.Form;
import org.consoleme.slacktwin.http.Json;

/** The arguments of an API call, whether they came as a form or as JSON. */
public final class Arguments {

    private final ObjectNode values;

    private Arguments(ObjectNode values) {
        this.values = values;
    }

    static Arguments of(Call call) {
        ObjectNode values = Json.object();
        call.queryFields().forEach(values::put);
        if (call.mediaType().equals("application/json")) {
            JsonNode body =
                    Json.read(call.text()).orElseThrow(() -> new ApiRefusal("invalid_json"));
            if (!body.isObject()) {
                throw new ApiRefusal("json_not_object");
            }
            values.setAll((ObjectNode) body);
        } else if (call.mediaType().equals("application/x-www-form-urlencoded")) {
            try {
                Form.parse(call.text()).forEach(values::put);
            } catch (IllegalArgumentException e) {
                throw new ApiRefusal("invalid_form_data");
            }
        } else if (!call.text().isEmpty()) {
            throw new ApiRefusal("invalid_post_type");
        }
        return new Arguments(values);
    }

    /** Arguments of a message that came as one JSON object. */
    static Arguments of(ObjectNode values) {
        return new Arguments(values);
    }

    /** A non-empty string; empty if it is missing. */
    Optional<String> text(String name) {
        JsonNode value = values.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    String required(String name, String errorIfMissing) {
        return text(name).orElseThrow(() -> new ApiRefusal(errorIfMissing));
    }

    boolean flag(String name) {
        return text(name).map(v -> v.equals("true") || v.equals("1")).orElse(false);
    }

    /** A number within bounds, or the default where none was sent. */
    int number(String name, int ifMissing, int max) {
        try {
            return Math.clamp(text(name).map(Integer::parseInt).orElse(ifMissing), 1, max);
        } catch (NumberFormatException e) {
            throw new ApiRefusal("invalid_arguments", List.of("[ERROR] must be a number: " + name));
        }
    }

    /** JSON that may come as itself or inside a string; empty if it is missing. */
    Optional<JsonNode> json(String name, String errorIfBroken) {
        JsonNode value = values.path(name);
        if (value.isTextual() && !value.asText().isEmpty()) {
            return Optional.of(
                    Json.read(value.asText()).orElseThrow(() -> new ApiRefusal(errorIfBroken)));
        }
        return value.isContainerNode() ? Optional.of(value) : Optional.empty();
    }

    /** All arguments but the token, for the record of what was sent. */
    ObjectNode withoutToken() {
        ObjectNode copy = values.deepCopy();
        copy.remove("token");
        return copy;
    }
}
