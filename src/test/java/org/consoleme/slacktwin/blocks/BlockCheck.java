package org.consoleme.slacktwin.blocks;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rules of each kind of block.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">blocks</a>
 */
final class BlockCheck {

    private static final Map<String, Set<String>> PROPERTIES =
            Map.of(
                    "section", Set.of("text", "fields", "accessory", "expand"),
                    "header", Set.of("text"),
                    "divider", Set.of(),
                    "context", Set.of("elements"),
                    "actions", Set.of("elements"),
                    "image", Set.of("alt_text", "image_url", "slack_file", "title"),
                    "markdown", Set.of("text"),
                    "input", Set.of("label", "element", "dispatch_action", "hint", "optional"),
                    "rich_text", Set.of("elements"));

    private BlockCheck() {}

    static void check(Spot block) {
        if (!block.node().isObject()) {
            block.say("must be an object");
            return;
        }
        Set<String> own = PROPERTIES.get(block.type());
        if (own == null) {
            block.at("type").say("unsupported type: " + block.type());
            return;
        }
        block.node()
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!own.contains(name)
                                    && !name.equals("type")
                                    && !name.equals("block_id")) {
                                block.say("invalid additional property: " + name);
                            }
                        });
        block.string("block_id", BlockKitLimits.BLOCK_ID);
        contents(block);
    }

    private static void contents(Spot block) {
        switch (block.type()) {
            case "section" -> section(block);
            case "header" -> TextCheck.plain(block, "text", BlockKitLimits.HEADER_TEXT);
            case "context" -> context(block);
            case "actions" -> actions(block);
            case "image" -> image(block);
            case "markdown" -> {
                block.require("text");
                block.string("text", BlockKitLimits.MARKDOWN);
            }
            case "input" -> {
                TextCheck.plain(block, "label", BlockKitLimits.INPUT_LABEL);
                if (block.at("hint").present()) {
                    TextCheck.plain(block, "hint", BlockKitLimits.INPUT_LABEL);
                }
                block.require("element");
                ElementCheck.check(block.at("element"), ElementCheck.IN_INPUT);
            }
            case "rich_text" -> RichTextCheck.check(block);
            default -> {}
        }
    }

    private static void section(Spot block) {
        if (!block.at("text").present() && !block.at("fields").present()) {
            block.say("must define either `text` or `fields`");
        }
        TextCheck.optional(block, "text", BlockKitLimits.TEXT);
        if (block.at("fields").present()) {
            block.at("fields").size(1, BlockKitLimits.FIELDS);
            block.at("fields").each().forEach(f -> TextCheck.check(f, BlockKitLimits.FIELD_TEXT));
        }
        if (block.at("accessory").present()) {
            ElementCheck.check(block.at("accessory"), ElementCheck.IN_SECTION);
        }
    }

    private static void context(Spot block) {
        block.at("elements").size(1, BlockKitLimits.CONTEXT_ELEMENTS);
        for (Spot element : block.at("elements").each()) {
            if (element.type().equals("image")) {
                ElementCheck.check(element, Set.of("image"));
            } else {
                TextCheck.check(element, BlockKitLimits.TEXT);
            }
        }
    }

    private static void actions(Spot block) {
        block.at("elements").size(1, BlockKitLimits.ACTION_ELEMENTS);
        block.at("elements").each().forEach(e -> ElementCheck.check(e, ElementCheck.IN_ACTIONS));
        Set<String> ids = new HashSet<>();
        for (Spot element : block.at("elements").each()) {
            Spot id = element.at("action_id");
            if (id.present() && !ids.add(id.node().asText())) {
                id.say("action_id must be unique within the block");
            }
        }
    }

    private static void image(Spot block) {
        ElementCheck.image(block);
        TextCheck.optional(block, "title", 2000);
    }
}
