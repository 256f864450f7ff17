package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.audit.AuditEvent.GrantChanged;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;

/**
 * Asks for a role again, for a time from the new decision on: a grant's own end never moves, and
 * overlapping grants end at their union.
 */
@UseCase
public class ExtendGrant {
    private final Grants grants;
    private final OpenRequest open;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public ExtendGrant(Grants grants, OpenRequest open, AuditTrail audit, Clock clock) {
        this.grants = grants;
        this.open = open;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param onceKey as {@link RequestDraft#onceKey}
     * @throws ProblemException {@code NotFound} if the grant is not the caller's, which is in the
     *     audit trail; what {@link OpenRequest} says
     */
    public OpenedRequest handle(
            Caller caller,
            GrantId id,
            Duration length,
            String justification,
            Optional<String> onceKey) {
        Grant grant = own(caller, id);
        AskedChange again = new AskedChange.Role(grant.role(), length);
        return open.handle(
                caller,
                new RequestDraft(
                        List.of(again), Optional.empty(), justification, false, onceKey, false));
    }

    private Grant own(Caller caller, GrantId id) {
        try {
            return grants.find(id)
                    .filter(found -> found.user().equals(caller.user()))
                    .orElseThrow(() -> new Problem.NotFound("grant", "").asException());
        } catch (ProblemException e) {
            audit.append(refused(caller, id, e.problem()));
            throw e;
        }
    }

    private GrantChanged refused(Caller caller, GrantId id, Problem problem) {
        boolean outside = problem instanceof Problem.Unavailable;
        return new GrantChanged(
                caller.origin(),
                clock.instant(),
                id.value(),
                outside ? Outcome.FAILED : Outcome.DENIED,
                Optional.of(problem.getClass().getSimpleName()),
                Map.of("command", "extend"));
    }
}
