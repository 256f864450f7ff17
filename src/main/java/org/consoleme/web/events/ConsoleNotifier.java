package org.consoleme.web.events;

import jakarta.inject.Inject;
import org.consoleme.access.Grant;
import org.consoleme.notifications.ChangeFeed;
import org.consoleme.notifications.Notifier;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.Single;

/** Lets the consoles of all nodes know; whichever node delivers the event from the outbox. */
@Single
public class ConsoleNotifier implements Notifier {
    private final ChangeFeed feed;

    @Inject
    public ConsoleNotifier(ChangeFeed feed) {
        this.feed = feed;
    }

    @Override
    public void requestChanged(ChangeRequest request) {
        feed.publish(new ChangeFeed.RequestChanged(request.id()));
    }

    @Override
    public void grantChanged(Grant grant) {
        feed.publish(new ChangeFeed.GrantChanged(grant.id(), grant.user()));
    }
}
