package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.audit.AuditEvent.GrantChanged;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.OpaqueId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;

/**
 * Notes and announces that grants ran out, once each, whichever node is first. Nothing ends by it:
 * a grant is over when its end has come.
 */
@UseCase
public class ExpireGrants {
    /** Who ended it, in the audit trail. */
    static final String ACTOR = "expire-grants";

    private final Grants grants;
    private final Clock clock;

    @Inject
    public ExpireGrants(Grants grants, Clock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * @return how many this node noted
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; the next run goes on
     */
    public int handle() {
        Instant now = clock.instant();
        Origin origin = new Origin(ACTOR, Door.BATCH, OpaqueId.make(), Optional.empty());
        List<Grant> over =
                grants.live(Instant.EPOCH).stream()
                        .filter(grant -> grant.closed().isEmpty() && !now.isBefore(grant.end()))
                        .sorted(Comparator.comparing(Grant::end))
                        .toList();
        int noted = 0;
        for (Grant grant : over) {
            if (note(grant, now, origin)) {
                noted++;
            }
        }
        return noted;
    }

    private boolean note(Grant grant, Instant now, Origin origin) {
        Map<String, String> details = new LinkedHashMap<>(GrantFacts.of(grant));
        details.put("command", "end");
        try {
            grants.replace(
                    grant,
                    grant,
                    new GrantChanged(
                            origin,
                            now,
                            grant.id().value(),
                            Outcome.DONE,
                            Optional.empty(),
                            details));
            return true;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Conflict) {
                return false; // another node was first
            }
            throw e;
        }
    }
}
