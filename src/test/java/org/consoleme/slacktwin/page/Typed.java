package org.consoleme.slacktwin.page;

/** What the page does when somebody presses Enter. */
@FunctionalInterface
public interface Typed {

    /**
     * Somebody typed a line.
     *
     * @throws IllegalArgumentException if there is no such person, or they are not in the channel
     */
    void line(String userId, String channelId, String line);
}
