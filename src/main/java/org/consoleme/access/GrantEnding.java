package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.consoleme.access.Grant.How;
import org.consoleme.audit.AuditEvent.GrantChanged;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * What returning and revoking have in common: the grant's record, its audit row and the
 * announcement change together, and this node stops at once. Whoever may not, or comes too late, is
 * in the audit trail too.
 */
@Single
public class GrantEnding {
    private final Grants grants;
    private final LiveGrants known;
    private final LongestSession longest;
    private final StillEligible still;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public GrantEnding(
            Grants grants,
            LiveGrants known,
            LongestSession longest,
            StillEligible still,
            AuditTrail audit,
            Clock clock) {
        this.grants = grants;
        this.known = known;
        this.longest = longest;
        this.still = still;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param may a grant that the caller may not end is none to them
     * @param because in the caller's own words; for the audit trail alone; may be empty
     */
    EndedGrant end(Caller caller, GrantId id, How how, Predicate<Grant> may, String because) {
        Map<String, String> details = details(how, because);
        return orRefused(caller, id, details, () -> end(caller, find(id, may), how, details));
    }

    /** Nothing ends; who could not end it is refused just so. */
    Grant requireMay(Caller caller, GrantId id, How how, Predicate<Grant> may) {
        return orRefused(
                caller,
                id,
                details(how, ""),
                () -> {
                    Grant grant = find(id, may);
                    requireLive(grant, clock.instant());
                    return grant;
                });
    }

    private static Map<String, String> details(How how, String because) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("command", how == How.RETURNED ? "return" : "revoke");
        if (!because.isBlank()) {
            details.put("because", because);
        }
        return details;
    }

    private Grant find(GrantId id, Predicate<Grant> may) {
        return grants.find(id)
                .filter(may)
                .orElseThrow(() -> new Problem.NotFound("grant", "").asException());
    }

    private <T> T orRefused(
            Caller caller, GrantId id, Map<String, String> details, Supplier<T> step) {
        try {
            return step.get();
        } catch (ProblemException e) {
            audit.append(refused(caller, id, e.problem(), details));
            throw e;
        }
    }

    private EndedGrant end(Caller caller, Grant grant, How how, Map<String, String> details) {
        Instant now = clock.instant();
        requireLive(grant, now);
        Instant keysUntil = keysUntil(grant, now);
        details.putAll(GrantFacts.of(grant));
        details.put("keysUntil", keysUntil.toString());
        GrantChanged row =
                new GrantChanged(
                        caller.origin(),
                        now,
                        grant.id().value(),
                        Outcome.DONE,
                        Optional.empty(),
                        details);
        Grant ended = replace(grant, grant.closed(caller.user(), now, how), row);
        known.learn(ended);
        return new EndedGrant(ended, keysUntil, still.of(caller, ended));
    }

    /** Somebody else may have been first: then they are named. */
    private Grant replace(Grant before, Grant after, GrantChanged row) {
        try {
            return grants.replace(before, after, row);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict) {
                grants.find(before.id()).ifPresent(other -> requireLive(other, clock.instant()));
            }
            throw e;
        }
    }

    private static void requireLive(Grant grant, Instant now) {
        if (!grant.live(now)) {
            throw new Problem.Conflict(GrantFacts.end(grant)).asException();
        }
    }

    /** Keys carry the latest end that the person had for the role when they were issued. */
    private Instant keysUntil(Grant grant, Instant now) {
        Instant last = grant.end();
        for (Grant other : known.of(grant.user())) {
            if (other.role().equals(grant.role()) && other.end().isAfter(last)) {
                last = other.end();
            }
        }
        Instant expired = now.plus(longest.of(grant.role()));
        return expired.isBefore(last) ? expired : last;
    }

    private GrantChanged refused(
            Caller caller, GrantId id, Problem problem, Map<String, String> details) {
        boolean outside = problem instanceof Problem.Unavailable;
        return new GrantChanged(
                caller.origin(),
                clock.instant(),
                id.value(),
                outside ? Outcome.FAILED : Outcome.DENIED,
                Optional.of(problem.getClass().getSimpleName()),
                details);
    }
}
