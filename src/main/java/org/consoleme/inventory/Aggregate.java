package org.consoleme.inventory;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.UseCase;

/**
 * Draws the accounts together after they were read, however many of them failed: takes away what
 * belongs to accounts that are no longer ours, and writes the combined objects.
 */
@UseCase
public class Aggregate {
    private final Accounts accounts;
    private final AccountIndexes indexes;
    private final IamCache cache;
    private final IamArchive archive;
    private final Clock clock;

    @Inject
    public Aggregate(
            Accounts accounts,
            AccountIndexes indexes,
            IamCache cache,
            IamArchive archive,
            Clock clock) {
        this.accounts = accounts;
        this.indexes = indexes;
        this.cache = cache;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * @return the accounts that were retired
     */
    public Set<AccountId> handle() {
        Instant at = clock.instant();
        AccountList list = accounts.current();
        Set<AccountId> retired = new TreeSet<>();
        for (AccountId account : indexes.versions().keySet()) {
            if (isGone(account, list)) {
                retire(account);
                retired.add(account);
            }
        }
        archive.combine(at);
        return retired;
    }

    /**
     * Gone, or no longer active. A list that names nobody, or that is older than our own reading of
     * the account, proves nothing.
     */
    private boolean isGone(AccountId account, AccountList list) {
        boolean listed = list.find(account).filter(Account::active).isPresent();
        return !listed
                && !list.accounts().isEmpty()
                && indexes.read(account)
                        .filter(index -> list.asOf().isAfter(index.asOf()))
                        .isPresent();
    }

    /** The index goes last: while it stands, a run that was cut short is repeated. */
    private void retire(AccountId account) {
        List<IamCache.Gone> gone = AccountReading.gone(cache.written(account), Set.of());
        if (!gone.isEmpty()) {
            cache.remove(account, gone);
        }
        cache.managedPolicies(account, List.of());
        indexes.retire(account);
    }
}
