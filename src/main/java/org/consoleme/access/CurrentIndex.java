package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Single;

/**
 * The {@link RoleIndex} of this node. What was read once stays until something newer is read: an
 * unreachable or emptied cache takes nobody's access away.
 */
@Single
public class CurrentIndex {
    private final AccountIndexes stored;
    private final Accounts accounts;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile RoleIndex index = RoleIndex.EMPTY;

    /** When AWS was read; a reading that found nothing new changes no version, only this. */
    private volatile Map<AccountId, Instant> ages = Map.of();

    @Inject
    public CurrentIndex(AccountIndexes stored, Accounts accounts) {
        this.stored = stored;
        this.accounts = accounts;
    }

    public RoleIndex get() {
        return index;
    }

    /**
     * Reads the accounts whose version differs. An account goes only when the list of accounts does
     * not have it as an active one any more: what is missing in the store may just be lost there.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if the store cannot be
     *     read; the index stays
     */
    public void refresh() {
        refreshing.lock();
        try {
            Map<AccountId, Instant> read = stored.ages();
            Map<AccountId, String> wanted = stored.versions();
            Map<AccountId, String> have = index.versions();
            List<AccountIndex> changed = new ArrayList<>();
            wanted.forEach(
                    (account, version) -> {
                        if (!version.equals(have.get(account))) {
                            stored.read(account).ifPresent(changed::add);
                        }
                    });
            List<AccountId> gone =
                    have.keySet().stream()
                            .filter(account -> !wanted.containsKey(account) && isGone(account))
                            .toList();
            if (!changed.isEmpty() || !gone.isEmpty()) {
                index = index.with(changed, gone);
            }
            ages = ofSameVersion(read, wanted);
        } finally {
            refreshing.unlock();
        }
    }

    /** What could not be read stays as old as it is. */
    private Map<AccountId, Instant> ofSameVersion(
            Map<AccountId, Instant> read, Map<AccountId, String> wanted) {
        Map<AccountId, Instant> same = new HashMap<>(read);
        Map<AccountId, String> have = index.versions();
        same.keySet()
                .removeIf(
                        each ->
                                !have.containsKey(each)
                                        || !have.get(each).equals(wanted.get(each)));
        return Map.copyOf(same);
    }

    private boolean isGone(AccountId account) {
        AccountList known = accounts.current();
        return !known.accounts().isEmpty() && known.find(account).filter(Account::active).isEmpty();
    }

    /**
     * The oldest reading among these accounts, or among all where none is named; empty if one of
     * them was never read, or none at all.
     */
    public Optional<Instant> asOf(Collection<AccountId> accounts) {
        RoleIndex now = index;
        if (!accounts.stream().allMatch(now::has)) {
            return Optional.empty();
        }
        return (accounts.isEmpty()
                        ? now.accounts().stream()
                        : accounts.stream().flatMap(account -> now.account(account).stream()))
                .map(account -> ages.getOrDefault(account.account(), account.asOf()))
                .min(Comparator.naturalOrder());
    }
}
