package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        } finally {
            refreshing.unlock();
        }
    }

    private boolean isGone(AccountId account) {
        AccountList known = accounts.current();
        return !known.accounts().isEmpty() && known.find(account).filter(Account::active).isEmpty();
    }

    /** The oldest reading among these accounts; {@link Instant#EPOCH} if one was never read. */
    public Instant asOf(Collection<AccountId> accounts) {
        RoleIndex now = index;
        return accounts.stream()
                .map(account -> now.account(account).map(AccountIndex::asOf).orElse(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(
                        now.accounts().stream()
                                .map(AccountIndex::asOf)
                                .min(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH));
    }
}
