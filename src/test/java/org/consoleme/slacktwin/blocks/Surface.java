package org.consoleme.slacktwin.blocks;

/**
 * Where blocks are shown.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit: 50 blocks in a
 *     message, 100 elsewhere</a>
 */
public enum Surface {
    MESSAGE("message", 50),
    MODAL("view", 100),
    HOME("view", 100);

    private final String word;
    private final int maxBlocks;

    Surface(String word, int maxBlocks) {
        this.word = word;
        this.maxBlocks = maxBlocks;
    }

    /** What Slack's findings call it. */
    String word() {
        return word;
    }

    public int maxBlocks() {
        return maxBlocks;
    }
}
