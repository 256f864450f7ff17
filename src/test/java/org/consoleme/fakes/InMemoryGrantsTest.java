package org.consoleme.fakes;

import java.util.List;
import org.consoleme.access.Grants;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outbox;
import org.consoleme.contracts.GrantsContract;

class InMemoryGrantsTest extends GrantsContract {
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final Grants grants = new InMemoryGrants(audit, outbox);

    @Override
    protected Grants grants() {
        return grants;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected List<String> auditedSubjects() {
        return audit.events().stream().map(AuditEvent::subject).toList();
    }
}
