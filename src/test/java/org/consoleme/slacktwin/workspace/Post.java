package org.consoleme.slacktwin.workspace;

import java.util.Optional;

/** A message about to be posted: everything but the time stamp that the workspace gives it. */
public record Post(
        String channel,
        String author,
        Message.Content content,
        Optional<String> threadTs,
        Optional<String> ephemeralTo) {

    /** A message for the whole channel. */
    public static Post to(String channel, String author, Message.Content content) {
        return new Post(channel, author, content, Optional.empty(), Optional.empty());
    }

    /** The same message, shown to one person only. */
    public Post onlyFor(String userId) {
        return new Post(channel, author, content, threadTs, Optional.of(userId));
    }

    /** The same message as an answer in a thread. */
    public Post in(Optional<String> thread) {
        return new Post(channel, author, content, thread, ephemeralTo);
    }
}
