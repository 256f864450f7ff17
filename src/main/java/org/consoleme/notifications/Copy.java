package org.consoleme.notifications;

import org.consoleme.shared.RequestId;

/**
 * One message about a request that is to stand in a conversation, once.
 *
 * @param conversation in the channel's own words: {@code team#channel} for Slack
 */
public record Copy(String conversation, RequestId request, PostedCard.Kind kind) {

    /** What became of the wish to post a copy. */
    public enum Taking {
        /** It is for the one who asked to post it. */
        OURS,
        /** Somebody else is about to post it, or broke off a short while ago. */
        TAKEN,
        /** It stands there. */
        POSTED
    }

    @Override
    public String toString() {
        return conversation + "#" + request + "." + kind;
    }
}
