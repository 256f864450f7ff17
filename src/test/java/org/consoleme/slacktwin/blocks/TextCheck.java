package org.consoleme.slacktwin.blocks;

import java.util.Set;

/**
 * The rules of text objects.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object">text
 *     object</a>
 */
final class TextCheck {

    private TextCheck() {}

    static void check(Spot text, int max) {
        if (!Set.of("plain_text", "mrkdwn").contains(text.type())) {
            text.at("type").say("unsupported type: " + text.type());
            return;
        }
        int before = text.findings().size();
        text.only(
                text.type().equals("mrkdwn")
                        ? Set.of("type", "text", "verbatim")
                        : Set.of("type", "text", "emoji"));
        text.require("text");
        text.string("text", max);
        if (text.findings().size() > before) {
            String pointer = " [json-pointer:" + text.pointer() + "]";
            text.findings().add(before, "failed to match all allowed schemas" + pointer);
        }
    }

    static void optional(Spot parent, String field, int max) {
        if (parent.at(field).present()) {
            check(parent.at(field), max);
        }
    }

    /** A required text object that may not carry mrkdwn. */
    static void plain(Spot parent, String field, int max) {
        parent.require(field);
        Spot text = parent.at(field);
        if (text.present()) {
            if (text.type().equals("mrkdwn")) {
                text.at("type").say("must be plain_text");
            }
            check(text, max);
        }
    }
}
