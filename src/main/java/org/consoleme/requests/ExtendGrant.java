package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/**
 * Asks for a role again, for a time from the new decision on: a grant's own end never moves, and
 * overlapping grants end at their union.
 */
@UseCase
public class ExtendGrant {
    private final Grants grants;
    private final OpenRequest open;

    @Inject
    public ExtendGrant(Grants grants, OpenRequest open) {
        this.grants = grants;
        this.open = open;
    }

    /**
     * @param onceKey as {@link RequestDraft#onceKey}
     * @throws org.consoleme.shared.ProblemException {@code NotFound} if the grant is not the
     *     caller's; what {@link OpenRequest} says
     */
    public OpenedRequest handle(
            Caller caller,
            GrantId id,
            Duration length,
            String justification,
            Optional<String> onceKey) {
        Grant grant =
                grants.find(id)
                        .filter(found -> found.user().equals(caller.user()))
                        .orElseThrow(() -> new Problem.NotFound("grant", "").asException());
        AskedChange again = new AskedChange.Role(grant.role(), length);
        return open.handle(
                caller,
                new RequestDraft(
                        List.of(again), Optional.empty(), justification, false, onceKey, false));
    }
}
