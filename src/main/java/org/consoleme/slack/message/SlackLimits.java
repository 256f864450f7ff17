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
    public static final int SECTION_TEXT = 3000;

    /** The {@code text} of a message; ours stays far below the 40,000 at which Slack cuts. */
    public static final int FALLBACK = 3000;

    private SlackLimits() {}
}
