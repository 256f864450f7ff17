package org.consoleme.inventory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.AccountId;

/** The index of each account in the shared cache, from which every node builds its own. */
public interface AccountIndexes {

    /** Replaces one account's index and tells all nodes. */
    void publish(AccountIndex index);

    /** Takes an account away that is no longer ours. */
    void retire(AccountId account);

    /** Version by account: cheap, asked every few seconds. */
    Map<AccountId, String> versions();

    /** When AWS was read, by account: cheap, like {@link #versions}. */
    Map<AccountId, Instant> ages();

    Optional<AccountIndex> read(AccountId account);

    /**
     * Runs {@code listener} soon after any node published; may be called more often than needed.
     */
    void onChange(Runnable listener);
}
