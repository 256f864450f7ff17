package org.consoleme.slacktwin.blocks;

import java.util.Set;

/**
 * The rules of rich text.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block">rich text
 *     block</a>
 */
final class RichTextCheck {

    private static final Set<String> GROUPS =
            Set.of("rich_text_section", "rich_text_preformatted", "rich_text_quote");
    private static final Set<String> PARTS =
            Set.of(
                    "text",
                    "link",
                    "user",
                    "usergroup",
                    "channel",
                    "emoji",
                    "date",
                    "broadcast",
                    "color");

    private RichTextCheck() {}

    static void check(Spot block) {
        block.at("elements").size(1, Integer.MAX_VALUE);
        for (Spot group : block.at("elements").each()) {
            if (group.type().equals("rich_text_list")) {
                group.require("style");
                group.oneOf("style", Set.of("bullet", "ordered"));
                group.at("elements").size(1, Integer.MAX_VALUE);
                group.at("elements")
                        .each()
                        .forEach(item -> group(item, Set.of("rich_text_section")));
            } else {
                group(group, GROUPS);
            }
        }
    }

    private static void group(Spot group, Set<String> allowed) {
        if (!allowed.contains(group.type())) {
            group.at("type").say("unsupported type: " + group.type());
            return;
        }
        group.at("elements").size(0, Integer.MAX_VALUE);
        group.at("elements").each().forEach(RichTextCheck::part);
    }

    private static void part(Spot part) {
        if (!PARTS.contains(part.type())) {
            part.at("type").say("unsupported type: " + part.type());
            return;
        }
        switch (part.type()) {
            case "text" -> {
                part.require("text");
                part.string("text", Integer.MAX_VALUE - 1);
            }
            case "link" -> {
                part.require("url");
                part.string("url", BlockKitLimits.URL);
            }
            case "user" -> part.require("user_id");
            case "channel" -> part.require("channel_id");
            case "date" -> {
                part.require("timestamp");
                part.require("format");
            }
            default -> {}
        }
    }
}
