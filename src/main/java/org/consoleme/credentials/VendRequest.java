package org.consoleme.credentials;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.RoleQuery;

/**
 * Asks for keys.
 *
 * @param lifetime 15 min to 12 h; capped by the role's maximum; empty for the usual
 * @param withoutIpRestriction asks to leave the configured address ranges out; needs a second
 *     factor
 */
public record VendRequest(
        RoleQuery query, Optional<Duration> lifetime, boolean withoutIpRestriction) {
    public static VendRequest of(RoleQuery query) {
        return new VendRequest(query, Optional.empty(), false);
    }
}
