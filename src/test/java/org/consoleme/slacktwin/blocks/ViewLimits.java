package org.consoleme.slacktwin.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Slack's limits on modals and Home tabs, and on what an app offers in a typeahead.
 *
 * @see <a href="https://docs.slack.dev/reference/views/modal-views">modal views</a>
 */
public final class ViewLimits {

    /** Characters of a title, and of the words on Submit and Close. */
    public static final int TITLE = 24;

    public static final int METADATA = 3000;
    public static final int CALLBACK_ID = 255;
    public static final int EXTERNAL_ID = 255;

    /** Bytes of a whole view; answered with {@code view_too_large}. */
    public static final int BYTES = 250_000;

    private static final Set<String> OF_HOME =
            Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");
    private static final Set<String> OF_MODAL =
            Set.of(
                    "type",
                    "title",
                    "blocks",
                    "close",
                    "submit",
                    "private_metadata",
                    "callback_id",
                    "clear_on_close",
                    "notify_on_close",
                    "external_id",
                    "submit_disabled");

    private ViewLimits() {}

    /** What Slack would complain about, one line each; empty if it would take the view. */
    public static List<String> problems(JsonNode view, Surface surface) {
        Spot root = new Spot(view, "/view", new ArrayList<>());
        String type = surface == Surface.HOME ? "home" : "modal";
        if (!root.type().equals(type)) {
            root.at("type").say("unsupported type: " + root.type());
            return List.copyOf(root.findings());
        }
        root.only(surface == Surface.HOME ? OF_HOME : OF_MODAL);
        if (surface == Surface.MODAL) {
            modal(root);
        }
        root.shorter("private_metadata", METADATA);
        root.shorter("callback_id", CALLBACK_ID);
        root.shorter("external_id", EXTERNAL_ID);
        root.require("blocks");
        if (root.at("blocks").present()) {
            BlockKitLimits.check(root.at("blocks"), surface);
        }
        return List.copyOf(root.findings());
    }

    /** What Slack would complain about in the answer to a {@code block_suggestion}. */
    public static List<String> ofSuggestions(JsonNode answer) {
        Spot root = new Spot(answer, "", new ArrayList<>());
        if (root.at("option_groups").present()) {
            ElementCheck.menu(root, "option_groups");
        } else {
            root.require("options");
            ElementCheck.menu(root, "options");
        }
        return List.copyOf(root.findings());
    }

    private static void modal(Spot root) {
        TextCheck.plain(root, "title", TITLE);
        for (String button : List.of("submit", "close")) {
            if (root.at(button).present()) {
                TextCheck.plain(root, button, TITLE);
            }
        }
        boolean input = root.at("blocks").each().stream().anyMatch(b -> b.type().equals("input"));
        if (input && !root.at("submit").present()) {
            root.say("missing required field: submit");
        }
    }
}
