package org.consoleme.access;

import org.consoleme.shared.Problem;

/**
 * Where requests are shown to those who decide: a channel by its id in Slack, since its name may
 * change. Begins with C or G, then 1 to 30 capital letters and digits.
 *
 * @see <a href="https://docs.slack.dev/reference/objects/conversation-object">conversation
 *     object</a>
 */
public record ApprovalChannel(String id) {
    /** What is wanted where {@link #isId} says no. */
    public static final String WANTED =
            "the channel's id, which begins with C or G; Slack shows it at the end of the channel's"
                    + " details";

    public ApprovalChannel {
        if (!isId(id)) {
            throw new Problem.Invalid("channel", WANTED).asException();
        }
    }

    public static boolean isId(String text) {
        return text.matches("[CG][A-Z0-9]{1,30}");
    }

    @Override
    public String toString() {
        return id;
    }
}
