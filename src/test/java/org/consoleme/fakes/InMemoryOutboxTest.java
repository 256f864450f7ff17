package org.consoleme.fakes;

import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.contracts.OutboxContract;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryOutbox outbox = new InMemoryOutbox();

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void write(OutboxEvent event) {
        outbox.put(event);
    }
}
