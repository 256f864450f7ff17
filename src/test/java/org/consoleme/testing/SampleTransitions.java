package org.consoleme.testing;

import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.requests.Transition;

/** What a step on a request writes beside it: alice's row in the audit trail, and its effects. */
public final class SampleTransitions {
    private SampleTransitions() {}

    public static Transition about(String subject, OutboxEvent.Kind... effects) {
        return new Transition(audited(subject), List.of(effects));
    }

    public static AuditEvent audited(String subject) {
        return new AuditEvent.RequestCommanded(
                new Origin(ALICE.value(), Door.WEB, "r-1", Optional.empty()),
                NOON,
                subject,
                Outcome.DONE,
                Optional.empty(),
                Map.of());
    }
}
