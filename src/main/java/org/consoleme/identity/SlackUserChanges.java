package org.consoleme.identity;

import java.util.function.Consumer;

/**
 * Says on all nodes that a Slack user is not as they were. A word that is lost does little harm:
 * nobody remembers a Slack user for longer than ten minutes, and decisions ask anew.
 */
public interface SlackUserChanges {

    /** Never fails. This node hears of it whatever happens to the others. */
    void publish(String slackUser);

    /**
     * {@code listener} must be quick; it hears the Slack user's id, or nothing where words may have
     * been lost.
     */
    void listen(Consumer<String> listener);
}
