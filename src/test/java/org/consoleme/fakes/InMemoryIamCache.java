package org.consoleme.fakes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.inventory.IamCache;
import org.consoleme.shared.AccountId;

/** The caches of IAM objects; counts what is written. */
public final class InMemoryIamCache implements IamCache {
    private final Map<AccountId, Map<String, Entry>> entries = new ConcurrentHashMap<>();
    private final Map<AccountId, List<String>> policies = new ConcurrentHashMap<>();
    private final List<Gone> removed = new ArrayList<>();
    private int writes;

    @Override
    public synchronized Map<String, Written> written(AccountId account) {
        Map<String, Written> written = new LinkedHashMap<>();
        entries.getOrDefault(account, Map.of())
                .forEach(
                        (arn, e) ->
                                written.put(
                                        arn,
                                        new Written(e.object().kind(), e.fingerprint(), e.ttl())));
        return written;
    }

    @Override
    public synchronized void write(List<Entry> page) {
        for (Entry entry : page) {
            entries.computeIfAbsent(entry.object().account(), any -> new LinkedHashMap<>())
                    .put(entry.object().arn(), entry);
            writes++;
        }
    }

    @Override
    public synchronized void remove(AccountId account, Collection<Gone> gone) {
        for (Gone one : gone) {
            entries.getOrDefault(account, Map.of()).remove(one.arn());
            removed.add(one);
        }
    }

    @Override
    public synchronized void managedPolicies(AccountId account, List<String> arns) {
        policies.put(account, arns.stream().sorted().toList());
    }

    public synchronized Map<String, Entry> of(AccountId account) {
        return new LinkedHashMap<>(entries.getOrDefault(account, Map.of()));
    }

    public List<String> managedPoliciesOf(AccountId account) {
        return policies.getOrDefault(account, List.of());
    }

    public synchronized List<Gone> removed() {
        return List.copyOf(removed);
    }

    /** How many entries were written since the start. */
    public synchronized int writes() {
        return writes;
    }
}
