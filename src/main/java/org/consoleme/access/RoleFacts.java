package org.consoleme.access;

import java.util.Optional;
import org.consoleme.accounts.Account;
import org.consoleme.inventory.IndexedRole;

/**
 * What is known of a role when rules are matched.
 *
 * @param account empty if no source of accounts knows it
 */
record RoleFacts(IndexedRole role, Optional<Account> account) {}
