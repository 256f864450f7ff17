package org.consoleme.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.AccountIndexes;
import org.consoleme.shared.AccountId;

/** Tells its listeners at once. */
public final class InMemoryAccountIndexes implements AccountIndexes {
    private final Map<AccountId, AccountIndex> indexes = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(AccountIndex index) {
        indexes.put(index.account(), index);
        listeners.forEach(Runnable::run);
    }

    @Override
    public void retire(AccountId account) {
        indexes.remove(account);
        listeners.forEach(Runnable::run);
    }

    @Override
    public Map<AccountId, String> versions() {
        return indexes.values().stream()
                .collect(Collectors.toMap(AccountIndex::account, AccountIndex::version));
    }

    @Override
    public Map<AccountId, Instant> ages() {
        return indexes.values().stream()
                .collect(Collectors.toMap(AccountIndex::account, AccountIndex::asOf));
    }

    @Override
    public Optional<AccountIndex> read(AccountId account) {
        return Optional.ofNullable(indexes.get(account));
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
