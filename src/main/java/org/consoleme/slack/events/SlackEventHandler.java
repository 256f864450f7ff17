package org.consoleme.slack.events;

/** What we do when something happens in Slack. */
public interface SlackEventHandler {

    /** Whether it is more than noise; decided without asking anybody. */
    boolean wants(SlackEvent event);

    /** Runs behind the acknowledgement, once for an event. */
    void handle(SlackEvent event);
}
