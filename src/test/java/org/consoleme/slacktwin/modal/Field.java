package org.consoleme.slacktwin.modal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A part of a modal that keeps what a person put into it.
 *
 * @param label of the input block; the placeholder of an element that stands elsewhere
 * @param required whether the modal can be submitted without it
 */
public record Field(
        String blockId, String actionId, String label, boolean required, JsonNode element) {

    private static final Set<String> STATELESS =
            Set.of("button", "overflow", "image", "plain_text", "mrkdwn");

    /** All fields of some blocks, in the order drawn. */
    public static List<Field> in(JsonNode blocks) {
        List<Field> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            String type = block.path("type").asText();
            if (type.equals("input")) {
                String label = block.at("/label/text").asText();
                boolean required = !block.path("optional").asBoolean();
                found.add(of(block, block.path("element"), label, required));
            } else if (type.equals("actions")) {
                block.path("elements").forEach(e -> add(block, e, found));
            } else if (type.equals("section") && block.has("accessory")) {
                add(block, block.path("accessory"), found);
            }
        }
        return List.copyOf(found);
    }

    private static void add(JsonNode block, JsonNode element, List<Field> into) {
        if (!STATELESS.contains(element.path("type").asText())) {
            into.add(of(block, element, element.at("/placeholder/text").asText(), false));
        }
    }

    private static Field of(JsonNode block, JsonNode element, String label, boolean required) {
        return new Field(
                block.path("block_id").asText(),
                element.path("action_id").asText(),
                label,
                required,
                element);
    }

    public String type() {
        return element.path("type").asText();
    }

    /** Whether a person, or a test, who says this means this field. */
    public boolean is(String labelOrId) {
        return key().equals(labelOrId)
                || label.equals(labelOrId)
                || blockId.equals(labelOrId)
                || actionId.equals(labelOrId);
    }

    /** Block and action together: what no other field of the view shares. */
    public String key() {
        return blockId + "/" + actionId;
    }

    /** Characters that must be typed before the app is asked for suggestions. */
    public int minQueryLength() {
        return element.path("min_query_length").asInt(3);
    }
}
