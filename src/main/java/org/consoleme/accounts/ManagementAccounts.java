package org.consoleme.accounts;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Settings;

/**
 * The accounts that AWS organizations are managed from: whoever has power there has it over all
 * accounts, and no service control policy holds them back.
 *
 * @param ids {@code organizations_master_account_id} of each entry of {@code
 *     cache_accounts_from_aws_organizations}
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html">Best
 *     practices for the management account</a>
 */
public record ManagementAccounts(Set<AccountId> ids) implements Settings {
    public static final ManagementAccounts NONE = new ManagementAccounts(Set.of());
    private static final int DIGITS = 12;

    public ManagementAccounts {
        ids = Set.copyOf(ids);
    }

    /** What is no account number stops the start elsewhere, where the accounts are read. */
    public static ManagementAccounts from(Configuration configuration) {
        return new ManagementAccounts(
                configuration.maps("cache_accounts_from_aws_organizations").stream()
                        .map(entry -> entry.get("organizations_master_account_id"))
                        .filter(Objects::nonNull)
                        .map(id -> padded(id.toString().strip()))
                        .filter(AccountId::isAccountId)
                        .map(AccountId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean include(AccountId account) {
        return ids.contains(account);
    }

    /** As a number it has lost its leading zeros. */
    private static String padded(String id) {
        return "0".repeat(Math.max(0, DIGITS - id.length())) + id;
    }
}
