package org.consoleme.slacktwin.blocks;

/**
 * Where blocks are shown.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit: 50 blocks in a
 *     message, 100 elsewhere</a>
 */
public enum Surface {
    MESSAGE(50),
    MODAL(100),
    HOME(100);

    private final int maxBlocks;

    Surface(int maxBlocks) {
        this.maxBlocks = maxBlocks;
    }

    public int maxBlocks() {
        return maxBlocks;
    }
}
