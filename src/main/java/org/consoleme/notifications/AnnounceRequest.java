package org.consoleme.notifications;

import jakarta.inject.Inject;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.requests.Requests;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whom it concerns where a request stands now. */
@UseCase
public class AnnounceRequest implements OutboxHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceRequest.class);

    private final Requests requests;
    private final Notifiers notifiers;

    @Inject
    public AnnounceRequest(Requests requests, Notifiers notifiers) {
        this.requests = requests;
        this.notifiers = notifiers;
    }

    @Override
    public OutboxEvent.Kind kind() {
        return OutboxEvent.Kind.ANNOUNCE_REQUEST;
    }

    @Override
    public void handle(OutboxEvent event) {
        requests.find(new RequestId(event.subject()))
                .ifPresentOrElse(
                        request -> notifiers.tell(one -> one.requestChanged(request)),
                        () -> gone(event));
    }

    /** We delete none: somebody cleared the table by hand. */
    private static void gone(OutboxEvent event) {
        LOG.atWarn()
                .addKeyValue("event", event.id())
                .addKeyValue("subject", event.subject())
                .log("request to announce is not there");
    }
}
