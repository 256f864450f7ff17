package org.consoleme.notifications;

import jakarta.inject.Inject;
import java.time.Clock;
import org.consoleme.access.Grants;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.UseCase;

/** Tells the one who has a grant that it ends soon, unless it is over by then. */
@UseCase
public class AnnounceEnd implements OutboxHandler {
    private final Grants grants;
    private final Notifiers notifiers;
    private final Clock clock;

    @Inject
    public AnnounceEnd(Grants grants, Notifiers notifiers, Clock clock) {
        this.grants = grants;
        this.notifiers = notifiers;
        this.clock = clock;
    }

    @Override
    public OutboxEvent.Kind kind() {
        return OutboxEvent.Kind.REMIND_OF_END;
    }

    @Override
    public void handle(OutboxEvent event) {
        grants.find(new GrantId(event.subject()))
                .filter(grant -> grant.live(clock.instant()))
                .ifPresent(grant -> notifiers.tell(one -> one.grantEndsSoon(grant)));
    }
}
