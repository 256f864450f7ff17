package org.consoleme.accounts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.AccountId;

/**
 * All accounts that we know of, sorted by id.
 *
 * @param asOf when the source was read; {@link Instant#EPOCH} when unknown
 */
public record AccountList(List<Account> accounts, Instant asOf) {
    public static final AccountList NONE = new AccountList(List.of(), Instant.EPOCH);

    public AccountList {
        accounts = accounts.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    public Optional<Account> find(AccountId id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /** By number, or by name without regard to case; empty when none or several match. */
    public Optional<Account> named(String idOrName) {
        List<Account> found =
                accounts.stream()
                        .filter(
                                a ->
                                        a.id().value().equals(idOrName)
                                                || a.name().equalsIgnoreCase(idOrName))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Number to name, of the active accounts. */
    public Map<AccountId, String> activeNames() {
        Map<AccountId, String> names = new LinkedHashMap<>();
        accounts.stream().filter(Account::active).forEach(a -> names.put(a.id(), a.name()));
        return names;
    }
}
