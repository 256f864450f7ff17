package org.consoleme.slacktwin.page;

/** What the page does when somebody clicks a button in a message. */
@FunctionalInterface
public interface Clicked {

    /**
     * Somebody clicked.
     *
     * @throws IllegalArgumentException if they see no such message, or it has no such button
     */
    void button(String userId, String channelId, String ts, String actionId, String value);
}
