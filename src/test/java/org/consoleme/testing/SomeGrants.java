package org.consoleme.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditEvent.GrantChanged;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/** Grants for tests. */
public final class SomeGrants {
    private SomeGrants() {}

    public static Grant grant(String id, String user, String role, Instant start, Duration length) {
        return new Grant(
                new GrantId(id),
                0,
                new RequestId("request-" + id),
                new UserId(user),
                RoleArn.parse(role),
                start,
                start.plus(length),
                Optional.empty());
    }

    /** Stored, as after an approval. */
    public static Grant open(
            Grants grants, String id, String user, String role, Instant start, Duration length) {
        Grant grant = grant(id, user, role, start, length);
        return grants.openOnce(grant, changed(grant, start));
    }

    /** Ended by somebody on another node. */
    public static Grant end(Grants grants, Grant grant, String by, Instant at, Grant.How how) {
        return grants.replace(grant, grant.closed(new UserId(by), at, how), changed(grant, at));
    }

    private static AuditEvent changed(Grant grant, Instant at) {
        return new GrantChanged(
                new Origin("approver@example.com", Door.SLACK, "request-2", Optional.empty()),
                at,
                grant.id().value(),
                Outcome.DONE,
                Optional.empty(),
                Map.of());
    }
}
