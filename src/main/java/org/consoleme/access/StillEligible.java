package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.Proof;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/** Looks by what else than a grant that just ended its person may use the role. */
@Single
public class StillEligible {
    private final EligibleRoles eligible;
    private final Groups groups;
    private final Clock clock;

    @Inject
    public StillEligible(EligibleRoles eligible, Groups groups, Clock clock) {
        this.eligible = eligible;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * Other nodes' newest grants may be missing for some seconds, as in {@link LiveGrants}.
     *
     * @param caller who ended it
     */
    OtherWays of(Caller caller, Grant ended) {
        if (ended.user().equals(caller.user())) {
            return new OtherWays(reasons(caller, ended), true);
        }
        try {
            Caller person = person(ended, groups.of(ended.user()), caller.origin());
            return new OtherWays(reasons(person, ended), true);
        } catch (ProblemException e) {
            return e.problem() instanceof Problem.Unauthenticated
                    ? new OtherWays(List.of(), true) // they left: no door lets them in
                    : new OtherWays(
                            reasons(person(ended, Set.of(), caller.origin()), ended), false);
        }
    }

    private List<Reason> reasons(Caller person, Grant ended) {
        return eligible.one(person, Surface.CLI, ended.role())
                .map(EligibleRole::reasons)
                .orElse(List.of());
    }

    /** The grant's person, as if they asked; the origin stays that of the one who does. */
    private Caller person(Grant ended, Set<GroupName> of, Origin origin) {
        return new Caller(ended.user(), of, Proof.SYSTEM, clock.instant(), origin);
    }
}
