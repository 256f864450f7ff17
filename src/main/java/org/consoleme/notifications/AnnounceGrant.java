package org.consoleme.notifications;

import jakarta.inject.Inject;
import org.consoleme.access.Grants;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whom it concerns where a grant stands now. */
@UseCase
public class AnnounceGrant implements OutboxHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceGrant.class);

    private final Grants grants;
    private final Notifiers notifiers;

    @Inject
    public AnnounceGrant(Grants grants, Notifiers notifiers) {
        this.grants = grants;
        this.notifiers = notifiers;
    }

    @Override
    public OutboxEvent.Kind kind() {
        return OutboxEvent.Kind.ANNOUNCE_GRANT;
    }

    @Override
    public void handle(OutboxEvent event) {
        grants.find(new GrantId(event.subject()))
                .ifPresentOrElse(
                        grant -> notifiers.tell(one -> one.grantChanged(grant)), () -> gone(event));
    }

    /** We delete none: somebody cleared the table by hand. */
    private static void gone(OutboxEvent event) {
        LOG.atWarn()
                .addKeyValue("event", event.id())
                .addKeyValue("subject", event.subject())
                .log("grant to announce is not there");
    }
}
