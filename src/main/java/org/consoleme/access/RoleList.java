package org.consoleme.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Roles with their age.
 *
 * @param roles sorted by ARN
 * @param asOf the oldest reading of the accounts involved; empty if one was never read
 */
public record RoleList(List<EligibleRole> roles, Optional<Instant> asOf) {
    public RoleList {
        roles = List.copyOf(roles);
    }
}
