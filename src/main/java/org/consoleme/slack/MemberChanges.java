package org.consoleme.slack;

import jakarta.inject.Inject;
import org.consoleme.identity.SlackUserChanges;
import org.consoleme.shared.Single;
import org.consoleme.slack.events.SlackEvent;
import org.consoleme.slack.events.SlackEventHandler;

/**
 * Forgets what we know of a Slack user as soon as Slack says that they are another: guest, gone, or
 * under another name.
 *
 * @see <a href="https://docs.slack.dev/reference/events/user_change">user_change</a>
 */
@Single
public class MemberChanges implements SlackEventHandler {
    private final SlackUserChanges changes;

    @Inject
    public MemberChanges(SlackUserChanges changes, SlackApi slack) {
        this.changes = changes;
        changes.listen(slack::forget);
    }

    @Override
    public boolean wants(SlackEvent event) {
        return event.type().equals("user_change");
    }

    @Override
    public void handle(SlackEvent event) {
        event.text("user", "id").ifPresent(changes::publish);
    }
}
