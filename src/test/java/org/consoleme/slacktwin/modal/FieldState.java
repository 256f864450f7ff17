package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.consoleme.slacktwin.http.Json;

/**
 * What a field holds, in the form of {@code state.values}.
 *
 * @see <a href="https://docs.slack.dev/reference/views/modal-views">state of a view</a>
 */
final class FieldState {

    private FieldState() {}

    /** What a field holds before anybody touches it. */
    static ObjectNode initial(Field field) {
        JsonNode e = field.element();
        return switch (field.type()) {
            case "checkboxes", "multi_static_select", "multi_external_select" ->
                    holding(
                            field,
                            "selected_options",
                            e.has("initial_options") ? e.path("initial_options") : Json.array());
            default -> holding(field, name(field), e.path(initialName(field)));
        };
    }

    /**
     * What a field holds when a person typed or chose this.
     *
     * @param known the options among which they chose
     * @throws IllegalArgumentException if there is no such option
     */
    static ObjectNode of(Field field, List<String> chosen, List<Option> known) {
        return switch (field.type()) {
            case "checkboxes", "multi_static_select", "multi_external_select" -> {
                var options = Json.array();
                chosen.forEach(c -> options.add(option(field, c, known)));
                yield holding(field, "selected_options", options);
            }
            case "static_select", "external_select", "radio_buttons" ->
                    holding(
                            field,
                            name(field),
                            none(chosen)
                                    ? MissingNode.getInstance()
                                    : option(field, chosen.getFirst(), known));
            case "datetimepicker" ->
                    holding(
                            field,
                            name(field),
                            LongNode.valueOf(Long.parseLong(chosen.getFirst())));
            default ->
                    holding(
                            field,
                            name(field),
                            none(chosen)
                                    ? MissingNode.getInstance()
                                    : TextNode.valueOf(chosen.getFirst()));
        };
    }

    private static boolean none(List<String> chosen) {
        return chosen.isEmpty() || chosen.getFirst().isEmpty();
    }

    /** What Slack itself, not the app, has against a field's content. */
    static Optional<String> complaint(Field field, JsonNode state) {
        JsonNode held = state.path(name(field));
        boolean empty = held.isNull() || held.isMissingNode() || (held.isArray() && held.isEmpty());
        if (empty) {
            return field.required()
                    ? Optional.of("Please complete this required field.")
                    : Optional.empty();
        }
        int length = held.asText().length();
        int min = field.element().path("min_length").asInt(0);
        int max = field.element().path("max_length").asInt(3000);
        if (!field.type().equals("plain_text_input") || (length >= min && length <= max)) {
            return Optional.empty();
        }
        return Optional.of(
                length < min
                        ? "Must be at least " + min + " characters."
                        : "Must be at most " + max + " characters.");
    }

    private static JsonNode option(Field field, String wanted, List<Option> known) {
        return known.stream()
                .filter(o -> o.means(wanted))
                .findFirst()
                .map(Option::node)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "\"" + field.label() + "\" does not offer " + wanted));
    }

    /** The name under which each kind of element holds what it holds. */
    static String name(Field field) {
        return switch (field.type()) {
            case "checkboxes", "multi_static_select", "multi_external_select" -> "selected_options";
            case "static_select", "external_select", "radio_buttons" -> "selected_option";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            case "users_select" -> "selected_user";
            case "conversations_select" -> "selected_conversation";
            case "channels_select" -> "selected_channel";
            default -> "value";
        };
    }

    private static String initialName(Field field) {
        String name = name(field);
        return name.equals("value") ? "initial_value" : name.replace("selected_", "initial_");
    }

    private static ObjectNode holding(Field field, String name, JsonNode value) {
        ObjectNode state = Json.object().put("type", field.type());
        if (value.isMissingNode()) {
            return state.putNull(name);
        }
        return state.set(name, value);
    }
}
