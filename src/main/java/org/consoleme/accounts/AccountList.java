package org.consoleme.accounts;

import java.time.Instant;
import java.util.HashMap;
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

    /**
     * The same, where accounts that nobody placed in their organizational units are where they were
     * in {@code last}, as far as that was known.
     */
    public AccountList placedAs(AccountList last) {
        Map<AccountId, Account> before = new HashMap<>();
        last.accounts.forEach(account -> before.put(account.id(), account));
        return new AccountList(
                accounts.stream()
                        .map(
                                account ->
                                        account.ousKnown() || !before.containsKey(account.id())
                                                ? account
                                                : account.placedAs(before.get(account.id())))
                        .toList(),
                asOf);
    }

    /** How many accounts nobody ever placed in their organizational units. */
    public long unplaced() {
        return accounts.stream().filter(account -> !account.ousKnown()).count();
    }

    /** Number to name, of the active accounts. */
    public Map<AccountId, String> activeNames() {
        Map<AccountId, String> names = new LinkedHashMap<>();
        accounts.stream().filter(Account::active).forEach(a -> names.put(a.id(), a.name()));
        return names;
    }
}
