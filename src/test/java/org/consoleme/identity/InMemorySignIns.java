package org.consoleme.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** Counts what is written. */
public final class InMemorySignIns implements SignIns {
    private final Map<UserId, Directory.Entry> stored = new ConcurrentHashMap<>();
    private int writes;

    @Override
    public void remember(UserId user, Set<GroupName> groups, Instant at) {
        stored.put(user, new Directory.Entry(groups, true, at));
        writes++;
    }

    @Override
    public Optional<Directory.Entry> last(UserId user) {
        return Optional.ofNullable(stored.get(user));
    }

    public int writes() {
        return writes;
    }
}
