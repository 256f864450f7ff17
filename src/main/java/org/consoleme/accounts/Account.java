package org.consoleme.accounts;

import java.util.List;
import java.util.Optional;
import org.consoleme.shared.AccountId;

/**
 * One AWS account.
 *
 * @param environment {@code prod} or {@code test} where the source knows
 * @param ous the organizational units from the root down, by name; empty where the source has none
 * @param syncEnabled whether jobs read it
 */
public record Account(
        AccountId id,
        String name,
        AccountStatus status,
        Optional<String> email,
        Optional<String> environment,
        List<String> ous,
        boolean syncEnabled) {
    public Account {
        ous = List.copyOf(ous);
    }

    public boolean active() {
        return status == AccountStatus.ACTIVE;
    }
}
