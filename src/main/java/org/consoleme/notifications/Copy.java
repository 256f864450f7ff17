package org.consoleme.notifications;

import org.consoleme.shared.RequestId;

/**
 * One message about a request that is to stand in a conversation, once.
 *
 * @param conversation in the channel's own words: {@code team#channel} for Slack
 * @param occasion what there is one for each of; empty if there is one at all
 */
public record Copy(String conversation, RequestId request, PostedCard.Kind kind, String occasion) {

    /** The only one of its kind. */
    public Copy(String conversation, RequestId request, PostedCard.Kind kind) {
        this(conversation, request, kind, "");
    }

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
        return conversation
                + "#"
                + request
                + "."
                + kind
                + (occasion.isEmpty() ? "" : "." + occasion);
    }
}
