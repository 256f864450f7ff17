package org.consoleme.access;

import java.util.List;

/**
 * By what somebody may use a role of which one grant has ended.
 *
 * @param reasons in the order of the sources; empty if nothing is known
 * @param known false if their groups cannot be told now: then there may be more
 */
public record OtherWays(List<Reason> reasons, boolean known) {
    public OtherWays {
        reasons = List.copyOf(reasons);
    }

    /** Whether the role is surely theirs no more. */
    public boolean none() {
        return known && reasons.isEmpty();
    }

    /** The live grants among the reasons. */
    public List<Reason.ByGrant> grants() {
        return reasons.stream()
                .filter(Reason.ByGrant.class::isInstance)
                .map(Reason.ByGrant.class::cast)
                .toList();
    }
}
