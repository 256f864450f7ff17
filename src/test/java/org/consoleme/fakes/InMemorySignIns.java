package org.consoleme.fakes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.identity.Directory;
import org.consoleme.identity.SignIns;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/** Counts what is written. */
public final class InMemorySignIns implements SignIns {
    private final Map<UserId, Directory.Entry> entries = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();

    @Override
    public void remember(UserId user, Set<GroupName> groups, Instant at) {
        writes.incrementAndGet();
        entries.merge(
                user,
                new Directory.Entry(groups, true, at),
                (before, now) -> now.asOf().isBefore(before.asOf()) ? before : now);
    }

    @Override
    public Optional<Directory.Entry> last(UserId user, Instant since) {
        return Optional.ofNullable(entries.get(user));
    }

    public int writes() {
        return writes.get();
    }
}
