package org.consoleme.access;

import java.time.Instant;
import java.util.List;

/**
 * Roles with their age.
 *
 * @param roles sorted by ARN
 * @param asOf the oldest reading of the accounts involved; {@link Instant#EPOCH} when unknown
 */
public record RoleList(List<EligibleRole> roles, Instant asOf) {
    public RoleList {
        roles = List.copyOf(roles);
    }
}
