package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.FindRole;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.access.LiveGrants;
import org.consoleme.access.Reason;
import org.consoleme.access.RoleQuery;
import org.consoleme.credentials.SessionAudit.Attempt;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * The role that a caller's words mean, for issuing: where it is theirs by grants alone, each
 * grant's own record says so at this instant. What this node knows by heart is corrected on the way
 * and the words are looked at again, so that a grant that is over answers exactly as one that never
 * was.
 */
@Single
public class ProvenRoles {
    /** Each look that fails takes at least one grant out of the next. */
    private static final int MOST_LOOKS = 10;

    private final FindRole find;
    private final Grants grants;
    private final LiveGrants known;
    private final Clock clock;

    @Inject
    public ProvenRoles(FindRole find, Grants grants, LiveGrants known, Clock clock) {
        this.find = find;
        this.grants = grants;
        this.known = known;
        this.clock = clock;
    }

    /**
     * @return with the end of the last grant as {@code until}; without one for a role that is
     *     theirs anyway
     * @throws org.consoleme.shared.ProblemException as {@link FindRole#handle}; {@code Unavailable}
     *     if a grant's record cannot be read
     */
    EligibleRole find(Caller caller, RoleQuery query, Attempt attempt) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            EligibleRole role = find.handle(caller, query);
            attempt.about(role.role());
            if (role.until().isEmpty() || proven(caller, role, attempt)) {
                return role;
            }
        }
        throw new Problem.NotFound("role", query.text()).asException();
    }

    private boolean proven(Caller caller, EligibleRole role, Attempt attempt) {
        List<Reason.ByGrant> reasons =
                role.reasons().stream()
                        .filter(Reason.ByGrant.class::isInstance)
                        .map(Reason.ByGrant.class::cast)
                        .toList();
        boolean all = true;
        for (Reason.ByGrant reason : reasons) {
            Optional<Grant> record = grants.find(reason.grant());
            if (record.filter(grant -> isProof(grant, caller, role, reason)).isEmpty()) {
                record.ifPresentOrElse(known::learn, () -> known.forget(reason.grant()));
                attempt.details(
                        Map.of(
                                "grantThatIsOver",
                                reason.grant()
                                        + " "
                                        + record.map(ProvenRoles::how).orElse("MISSING")));
                all = false;
            }
        }
        if (all) {
            reasons.stream()
                    .max(Comparator.comparing(Reason.ByGrant::until))
                    .ifPresent(last -> attempt.details(Map.of("grant", last.grant().value())));
        }
        return all;
    }

    private boolean isProof(Grant grant, Caller caller, EligibleRole role, Reason.ByGrant reason) {
        return grant.user().equals(caller.user())
                && grant.role().equals(role.role())
                && grant.end().equals(reason.until())
                && grant.live(clock.instant());
    }

    private static String how(Grant grant) {
        return grant.closed().map(closed -> closed.how().name()).orElse("ENDED");
    }
}
