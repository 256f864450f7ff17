package org.consoleme.inventory;

import java.time.Instant;
import java.util.List;
import org.consoleme.shared.AccountId;

/**
 * All roles of one account as one complete reading found them.
 *
 * @param version differs whenever the content does
 * @param asOf when AWS was read
 */
public record AccountIndex(
        AccountId account, String version, Instant asOf, List<IndexedRole> roles) {
    public AccountIndex {
        roles = List.copyOf(roles);
    }
}
