package org.consoleme.slacktwin.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Elements that hold what a person types or chooses, as HTML controls. The page finds them by their
 * {@code data-field}, which is {@code block_id/action_id}.
 */
final class FieldHtml {

    private static final Map<String, String> INPUT_TYPES =
            Map.of(
                    "number_input", "number",
                    "email_text_input", "email",
                    "url_text_input", "url",
                    "datepicker", "date",
                    "timepicker", "time");
    private static final Set<String> CHOICES = Set.of("radio_buttons", "checkboxes");

    private final Function<JsonNode, String> text;

    /**
     * Draws fields.
     *
     * @param text draws a text object
     */
    FieldHtml(Function<JsonNode, String> text) {
        this.text = text;
    }

    static boolean isChoice(JsonNode element) {
        return CHOICES.contains(element.path("type").asText());
    }

    static boolean isField(JsonNode element) {
        String type = element.path("type").asText();
        return CHOICES.contains(type)
                || INPUT_TYPES.containsKey(type)
                || Set.of("plain_text_input", "static_select", "external_select").contains(type);
    }

    /**
     * Draws a field.
     *
     * @param dispatch whether the app hears of each change
     * @param name what a screen reader calls it
     * @param hint what it adds; empty for nothing
     */
    String draw(String blockId, JsonNode element, boolean dispatch, String name, String hint) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("class", "field");
        data.put("data-field", blockId + "/" + element.path("action_id").asText());
        data.put("data-type", element.path("type").asText());
        if (dispatch) {
            data.put("data-dispatch", "true");
        }
        Map<String, String> spoken = new LinkedHashMap<>();
        put(spoken, "aria-label", name);
        put(spoken, "aria-description", hint);
        if (!element.path("type").asText().equals("external_select") && !isChoice(element)) {
            data.putAll(spoken);
        }
        return switch (element.path("type").asText()) {
            case "plain_text_input" -> plain(element, data);
            case "static_select" -> select(element, data);
            case "external_select" -> typeahead(element, data, spoken);
            case "radio_buttons" -> choices(element, data, "radio");
            case "checkboxes" -> choices(element, data, "checkbox");
            default -> input(element, data);
        };
    }

    private static String plain(JsonNode element, Map<String, String> data) {
        put(data, "placeholder", element.at("/placeholder/text").asText());
        put(data, "maxlength", element.path("max_length").asText("3000"));
        String initial = element.path("initial_value").asText();
        if (element.path("multiline").asBoolean()) {
            data.put("rows", "4");
            return "<textarea" + attributes(data) + ">" + SafeHtml.escape(initial) + "</textarea>";
        }
        put(data, "value", initial);
        return "<input type=\"text\"" + attributes(data) + ">";
    }

    private static String input(JsonNode element, Map<String, String> data) {
        put(data, "placeholder", element.at("/placeholder/text").asText());
        put(data, "min", element.path("min_value").asText());
        put(data, "max", element.path("max_value").asText());
        for (String name : new String[] {"initial_value", "initial_date", "initial_time"}) {
            put(data, "value", element.path(name).asText());
        }
        data.put("type", INPUT_TYPES.getOrDefault(element.path("type").asText(), "text"));
        return "<input" + attributes(data) + ">";
    }

    private String select(JsonNode element, Map<String, String> data) {
        String chosen = element.at("/initial_option/value").asText();
        StringBuilder html = new StringBuilder("<select" + attributes(data) + ">");
        String none = element.at("/placeholder/text").asText("Choose an option");
        html.append(option("", none, chosen));
        element.path("options").forEach(o -> html.append(option(o, chosen)));
        for (JsonNode group : element.path("option_groups")) {
            String label = SafeHtml.escape(group.at("/label/text").asText());
            html.append("<optgroup label=\"").append(label).append("\">");
            group.path("options").forEach(o -> html.append(option(o, chosen)));
            html.append("</optgroup>");
        }
        return html.append("</select>").toString();
    }

    private static String option(JsonNode option, String chosen) {
        return option(option.path("value").asText(), option.at("/text/text").asText(), chosen);
    }

    private static String option(String value, String label, String chosen) {
        String selected = value.equals(chosen) ? " selected" : "";
        return "<option value=\"%s\"%s>%s</option>"
                .formatted(SafeHtml.escape(value), selected, SafeHtml.escape(label));
    }

    private static String typeahead(
            JsonNode element, Map<String, String> data, Map<String, String> spoken) {
        data.put("class", "field typeahead");
        data.put("data-min", element.path("min_query_length").asText("3"));
        put(data, "data-value", element.at("/initial_option/value").asText());
        Map<String, String> input = new LinkedHashMap<>(spoken);
        put(input, "placeholder", element.at("/placeholder/text").asText());
        put(input, "value", element.at("/initial_option/text/text").asText());
        return "<span"
                + attributes(data)
                + "><input type=\"text\" class=\"seek\" role=\"combobox\" aria-expanded=\"false\""
                + " aria-autocomplete=\"list\" autocomplete=\"off\" spellcheck=\"false\""
                + attributes(input)
                + "></span>";
    }

    private String choices(JsonNode element, Map<String, String> data, String kind) {
        data.put("class", "field choices");
        StringBuilder html = new StringBuilder("<span" + attributes(data) + ">");
        Map<String, String> input = new LinkedHashMap<>();
        for (JsonNode option : element.path("options")) {
            input.put("type", kind);
            input.put("name", data.get("data-field"));
            input.put("value", option.path("value").asText());
            String checked = checked(element, option) ? " checked" : "";
            html.append("<label class=\"choice\"><input")
                    .append(attributes(input))
                    .append(checked)
                    .append("><span>")
                    .append(text.apply(option.path("text")));
            if (option.has("description")) {
                html.append(
                        SafeHtml.element("span", "what", text.apply(option.path("description"))));
            }
            html.append("</span></label>");
        }
        return html.append("</span>").toString();
    }

    private static boolean checked(JsonNode element, JsonNode option) {
        String value = option.path("value").asText();
        boolean one = element.at("/initial_option/value").asText("\0").equals(value);
        return one || element.path("initial_options").findValuesAsText("value").contains(value);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    private static String attributes(Map<String, String> attributes) {
        StringBuilder html = new StringBuilder();
        attributes.forEach((name, value) -> html.append(SafeHtml.attribute(name, value)));
        return html.toString();
    }
}
