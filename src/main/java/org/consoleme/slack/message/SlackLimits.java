package org.consoleme.slack.message;

/**
 * What Slack takes at most.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Blocks</a>
 * @see <a href="https://docs.slack.dev/surfaces/modals">Modals</a>
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

    /** Title and buttons of a modal. */
    public static final int TITLE = 24;

    /** {@code private_metadata} of a modal. */
    public static final int METADATA = 3000;

    /** What a person can type into a field. */
    public static final int INPUT = 3000;

    public static final int PLACEHOLDER = 150;

    /** Ours; Slack takes 2,000. */
    public static final int LABEL = 150;

    public static final int OPTION = 75;
    public static final int OPTION_VALUE = 150;

    /** Of one menu. */
    public static final int OPTIONS = 100;

    private SlackLimits() {}
}
