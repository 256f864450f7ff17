package org.consoleme.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;

/**
 * The grants that this node knows by heart; none before the first reading. What was read stays
 * while the store is away: a grant ends by the clock all the same. It may lag behind other nodes,
 * so it shows what one may use, and never proves it.
 */
@Single
public class LiveGrants {
    private final Grants stored;
    private final Clock clock;
    private final ReentrantLock refreshing = new ReentrantLock();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Map<UserId, List<Grant>> known = Map.of();

    @Inject
    public LiveGrants(Grants stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** Those that live at this instant, in order of role and end. */
    public List<Grant> of(UserId user) {
        List<Grant> own = known.getOrDefault(user, List.of());
        if (own.isEmpty()) {
            return own;
        }
        Instant now = clock.instant();
        return own.stream().filter(grant -> grant.live(now)).toList();
    }

    /** All that live at this instant and end at {@code instant} at the latest. */
    public List<Grant> endingBefore(Instant instant) {
        Instant now = clock.instant();
        return known.values().stream()
                .flatMap(List::stream)
                .filter(grant -> !grant.end().isAfter(instant) && grant.live(now))
                .toList();
    }

    /** Whether one that is known has ended by the clock since the last reading. */
    public boolean someRanOut() {
        Instant now = clock.instant();
        return known.values().stream()
                .flatMap(List::stream)
                .anyMatch(grant -> grant.closed().isEmpty() && !now.isBefore(grant.end()));
    }

    /**
     * Reads them all again.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; what is known stays
     */
    public void refresh() {
        refreshing.lock();
        try {
            Collection<Grant> read = stored.live(clock.instant());
            change(before -> newest(before, read));
        } finally {
            refreshing.unlock();
        }
    }

    /** Takes note of a record that was just read or written. */
    public void learn(Grant record) {
        change(before -> and(without(before, record.id()), record));
    }

    /** Takes note that there is no such grant. */
    public void forget(GrantId id) {
        change(before -> without(before, id));
    }

    /** A reading may be older than what was learned meanwhile. */
    private static List<Grant> newest(Collection<Grant> before, Collection<Grant> read) {
        Map<GrantId, Grant> had =
                before.stream().collect(Collectors.toMap(Grant::id, grant -> grant));
        return read.stream()
                .map(
                        grant -> {
                            Grant other = had.getOrDefault(grant.id(), grant);
                            return other.revision() > grant.revision() ? other : grant;
                        })
                .toList();
    }

    private static List<Grant> without(Collection<Grant> before, GrantId id) {
        Predicate<Grant> it = grant -> grant.id().equals(id);
        return before.stream().filter(it.negate()).toList();
    }

    private static List<Grant> and(List<Grant> before, Grant record) {
        List<Grant> all = new ArrayList<>(before);
        all.add(record);
        return all;
    }

    private void change(Step step) {
        changing.lock();
        try {
            Map<UserId, List<Grant>> next = new HashMap<>();
            step.from(known.values().stream().flatMap(List::stream).toList()).stream()
                    .sorted(Comparator.comparing(Grant::role).thenComparing(Grant::end))
                    .forEach(
                            grant ->
                                    next.computeIfAbsent(grant.user(), any -> new ArrayList<>(1))
                                            .add(grant));
            known = next;
        } finally {
            changing.unlock();
        }
    }

    @FunctionalInterface
    private interface Step {
        List<Grant> from(List<Grant> before);
    }
}
