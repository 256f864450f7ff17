package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to choose.
 *
 * @param group the label of its group, empty if it is in none
 * @param node the option object as the app sent it
 */
public record Option(String group, JsonNode node) {

    public Option {
        node = node.deepCopy();
    }

    /** The options of a menu, or of the answer to a {@code block_suggestion}, in their order. */
    public static List<Option> in(JsonNode parent) {
        List<Option> found = new ArrayList<>();
        parent.path("options").forEach(o -> found.add(new Option("", o)));
        for (JsonNode group : parent.path("option_groups")) {
            String label = group.at("/label/text").asText();
            group.path("options").forEach(o -> found.add(new Option(label, o)));
        }
        return List.copyOf(found);
    }

    public String text() {
        return node.at("/text/text").asText();
    }

    public String value() {
        return node.path("value").asText();
    }

    /** Empty if it has none. */
    public String description() {
        return node.at("/description/text").asText();
    }

    /** Whether a person who says this means this option. */
    public boolean means(String textOrValue) {
        return value().equals(textOrValue) || text().equals(textOrValue);
    }
}
