package org.consoleme.slacktwin.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slack's limits on blocks. Characters are counted as UTF-16 units: Slack does not say how it
 * counts, and whatever fits by this count fits by any other.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit">Block Kit reference</a>
 */
public final class BlockKitLimits {

    /** Text of a section, and of any text object without a limit of its own. */
    public static final int TEXT = 3000;

    public static final int FIELDS = 10;
    public static final int FIELD_TEXT = 2000;
    public static final int CONTEXT_ELEMENTS = 10;
    public static final int ACTION_ELEMENTS = 25;
    public static final int HEADER_TEXT = 150;
    public static final int BLOCK_ID = 255;
    public static final int ACTION_ID = 255;
    public static final int BUTTON_TEXT = 75;
    public static final int BUTTON_VALUE = 2000;
    public static final int URL = 3000;
    public static final int ALT_TEXT = 2000;
    public static final int OPTIONS = 100;
    public static final int OPTION_GROUPS = 100;
    public static final int OPTION_TEXT = 75;
    public static final int OPTION_VALUE = 150;
    public static final int PLACEHOLDER = 150;
    public static final int CONFIRM_TITLE = 100;
    public static final int CONFIRM_TEXT = 300;
    public static final int CONFIRM_BUTTON = 30;
    public static final int MARKDOWN = 12_000;
    public static final int INPUT_LABEL = 2000;
    public static final int INPUT_TEXT = 3000;

    /**
     * All texts of a message's blocks together; answered with {@code msg_blocks_too_long}. Slack
     * documents no figure: refusals were seen from about 13,170 on.
     *
     * @see <a href="https://github.com/slackapi/bolt-js/issues/2509">bolt-js 2509</a>
     */
    public static final int TOTAL = 13_000;

    private BlockKitLimits() {}

    /**
     * What Slack would complain about, one line each as in {@code errors}; empty if it would take
     * the blocks.
     */
    public static List<String> problems(JsonNode blocks, Surface surface) {
        Spot root = new Spot(blocks, "/blocks", new ArrayList<>());
        check(root, surface);
        return List.copyOf(root.findings());
    }

    static void check(Spot root, Surface surface) {
        root.size(0, surface.maxBlocks());
        Set<String> ids = new HashSet<>();
        for (Spot block : root.each()) {
            BlockCheck.check(block);
            if (block.at("block_id").present() && !ids.add(block.at("block_id").node().asText())) {
                block.at("block_id").say("block_id must be unique within the " + surface.word());
            }
        }
    }

    /** Characters of all texts of the blocks together. */
    public static int total(JsonNode blocks) {
        int sum = 0;
        for (JsonNode text : texts(blocks)) {
            sum += text.asText().length();
        }
        return sum;
    }

    static List<JsonNode> texts(JsonNode blocks) {
        List<JsonNode> found = new ArrayList<>();
        collect(blocks, found);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        JsonNode text = node.path("text");
        if (text.isTextual()) {
            found.add(text);
        }
        node.forEach(child -> collect(child, found));
    }
}
