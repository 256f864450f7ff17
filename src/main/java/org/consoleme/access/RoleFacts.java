package org.consoleme.access;

import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;

/**
 * What is known of a role when rules are matched.
 *
 * @param role empty if the index does not have it
 * @param account empty if no source of accounts knows it
 */
record RoleFacts(RoleArn arn, Optional<IndexedRole> role, Optional<Account> account) {

    static RoleFacts of(IndexedRole role, Optional<Account> account) {
        return new RoleFacts(role.arn(), Optional.of(role), account);
    }

    boolean unitsKnown() {
        return account.filter(Account::ousKnown).isPresent();
    }
}
