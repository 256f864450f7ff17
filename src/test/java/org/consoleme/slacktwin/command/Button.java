package org.consoleme.slacktwin.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.consoleme.slacktwin.workspace.Message;

/**
 * A button in a message or a modal.
 *
 * @param blockId the app's, or one that Slack would make up
 */
public record Button(String blockId, JsonNode element) {

    /** All buttons that can be clicked, in the order drawn. */
    public static List<Button> in(Message message) {
        return in(message.blocks());
    }

    /** The same for the blocks of a modal. */
    public static List<Button> in(JsonNode blocks) {
        List<Button> found = new ArrayList<>();
        int index = 0;
        for (JsonNode block : blocks) {
            String id = block.path("block_id").asText("b" + index++);
            collect(id, block.path("accessory"), found);
            block.path("elements").forEach(element -> collect(id, element, found));
        }
        return List.copyOf(found);
    }

    private static void collect(String blockId, JsonNode element, List<Button> into) {
        if (element.path("type").asText().equals("button") && element.hasNonNull("action_id")) {
            into.add(new Button(blockId, element));
        }
    }

    public String actionId() {
        return element.path("action_id").asText();
    }

    /** Empty if the button has none. */
    public String value() {
        return element.path("value").asText();
    }

    public String label() {
        return element.path("text").path("text").asText();
    }
}
