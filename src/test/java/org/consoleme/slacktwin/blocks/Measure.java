package org.consoleme.slacktwin.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How much of one of Slack's limits a message uses.
 *
 * @param label what is counted, for people
 */
public record Measure(String label, int used, int limit) {

    /** Characters of {@code text} that a post keeps; the rest is cut off. */
    public static final int MESSAGE_TEXT = 40_000;

    public boolean fits() {
        return used <= limit;
    }

    /** The limits that a modal or a Home tab comes near to first. */
    public static List<Measure> ofView(JsonNode view) {
        return List.of(
                new Measure("blocks", view.path("blocks").size(), Surface.MODAL.maxBlocks()),
                new Measure("title", view.at("/title/text").asText().length(), ViewLimits.TITLE),
                new Measure(
                        "private_metadata",
                        view.path("private_metadata").asText().length(),
                        ViewLimits.METADATA),
                new Measure("bytes", view.toString().length(), ViewLimits.BYTES));
    }

    /** The limits that a message comes near to first. */
    public static List<Measure> of(String text, JsonNode blocks) {
        int longest =
                BlockKitLimits.texts(blocks).stream()
                        .mapToInt(t -> t.asText().length())
                        .max()
                        .orElse(0);
        return List.of(
                new Measure("blocks", blocks.size(), Surface.MESSAGE.maxBlocks()),
                new Measure("longest text", longest, BlockKitLimits.TEXT),
                new Measure("all texts", BlockKitLimits.total(blocks), BlockKitLimits.TOTAL),
                new Measure("fallback text", text.length(), MESSAGE_TEXT));
    }
}
