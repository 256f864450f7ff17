package org.consoleme.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;

/**
 * A role that the caller may use now.
 *
 * @param reasons at least one, in the order of the sources
 * @param cliOnly no reason allows the console
 * @param until when the last reason ends; empty if none does
 * @param facts what the index knows of the role; empty if the role was never seen in its account
 */
public record EligibleRole(
        RoleArn role,
        List<Reason> reasons,
        boolean cliOnly,
        Optional<Instant> until,
        Optional<IndexedRole> facts)
        implements Comparable<EligibleRole> {
    public EligibleRole {
        reasons = List.copyOf(reasons);
    }

    @Override
    public int compareTo(EligibleRole other) {
        return role.compareTo(other.role);
    }
}
