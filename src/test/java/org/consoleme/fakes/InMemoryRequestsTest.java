package org.consoleme.fakes;

import java.util.List;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.RequestsContract;
import org.consoleme.requests.Requests;

class InMemoryRequestsTest extends RequestsContract {
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryRequests requests = new InMemoryRequests(audit, outbox);

    @Override
    protected Requests requests() {
        return requests;
    }

    @Override
    protected int auditRows() {
        return audit.events().size();
    }

    @Override
    protected List<OutboxEvent> effects() {
        return outbox.all();
    }
}
