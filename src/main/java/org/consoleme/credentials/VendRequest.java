package org.consoleme.credentials;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.RoleQuery;

/**
 * Asks for keys.
 *
 * @param lifetime 15 min to 12 h; capped by the role's maximum; empty for the usual
 * @param withoutIpRestriction asks to leave the configured address ranges out; needs a second
 *     factor
 * @param ownIpRanges address ranges that an application chose for itself
 */
public record VendRequest(
        RoleQuery query,
        Optional<Duration> lifetime,
        boolean withoutIpRestriction,
        List<String> ownIpRanges) {
    public VendRequest {
        ownIpRanges = List.copyOf(ownIpRanges);
        IpRestriction.check("custom_ip_restrictions", ownIpRanges);
    }

    public static VendRequest of(RoleQuery query) {
        return new VendRequest(query, Optional.empty(), false, List.of());
    }
}
