package org.consoleme.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.inventory.IamArchive;
import org.consoleme.inventory.IamObject;
import org.consoleme.shared.AccountId;

/** Keeps the ARNs of committed sessions, and when the combined objects were written. */
public final class InMemoryIamArchive implements IamArchive {
    private final Map<AccountId, List<String>> committed = new ConcurrentHashMap<>();
    private final List<Instant> combined = new ArrayList<>();

    @Override
    public Session open(AccountId account) {
        List<String> arns = new ArrayList<>();
        return new Session() {
            @Override
            public void add(IamObject object) {
                arns.add(object.arn());
            }

            @Override
            public void commit(Instant at) {
                committed.put(account, List.copyOf(arns));
            }

            @Override
            public void close() {
                arns.clear();
            }
        };
    }

    @Override
    public synchronized void combine(Instant at) {
        combined.add(at);
    }

    public Map<AccountId, List<String>> committed() {
        return Map.copyOf(committed);
    }

    public synchronized List<Instant> combined() {
        return List.copyOf(combined);
    }
}
