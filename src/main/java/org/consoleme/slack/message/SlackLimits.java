package org.consoleme.slack.message;

/**
 * What Slack takes at most.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 */
public final class SlackLimits {
    public static final int BLOCKS = 50;
    public static final int BUTTON_TEXT = 75;
    public static final int BUTTON_VALUE = 2000;

    /**
     * Of all texts of a message together, as seen; Slack documents no figure.
     *
     * @see <a href="https://github.com/slackapi/bolt-js/issues/2509">bolt-js 2509</a>
     */
    public static final int TOTAL = 13_000;

    /** Ours, so that a message of the longest parts stays below {@link #TOTAL}. */
    public static final int PIECE = 1500;

    public static final int ROW = 300;
    public static final int NOTE = 1000;

    /** The {@code text} of a message; ours stays far below the 40,000 at which Slack cuts. */
    public static final int FALLBACK = 3000;

    private SlackLimits() {}
}
