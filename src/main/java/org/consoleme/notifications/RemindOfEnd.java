package org.consoleme.notifications;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.access.LiveGrants;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Single;

/**
 * Sees to it that whoever has a role for a time hears that it ends soon: once for each grant, on
 * whichever node is first. Looks at what this node knows by heart and asks no store about grants
 * that do not end soon. Of several grants of one role to one person the last counts, so an
 * extension moves the reminder.
 */
@Single
public class RemindOfEnd {
    /** So long before the end. */
    static final Duration BEFORE = Duration.ofMinutes(10);

    /** Who has a role for less time than this has not forgotten when it ends. */
    static final Duration SHORTEST = Duration.ofMinutes(20);

    private final LiveGrants known;
    private final Grants grants;
    private final NotificationSettings settings;
    private final Clock clock;
    private final Set<GrantId> seenTo = ConcurrentHashMap.newKeySet();

    @Inject
    public RemindOfEnd(
            LiveGrants known, Grants grants, NotificationSettings settings, Clock clock) {
        this.known = known;
        this.grants = grants;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @return of how many ends this node was the first to see
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}; the next turn goes on
     */
    public int handle() {
        Instant now = clock.instant();
        List<Grant> ending =
                known.endingBefore(now.plus(BEFORE)).stream().filter(this::counts).toList();
        seenTo.retainAll(ending.stream().map(Grant::id).collect(Collectors.toSet()));
        int first = 0;
        for (Grant grant : ending) {
            if (!seenTo.contains(grant.id())) {
                first += grants.remindOnce(grant, now) ? 1 : 0;
                seenTo.add(grant.id());
            }
        }
        return first;
    }

    private boolean counts(Grant grant) {
        return Duration.between(grant.start(), grant.end()).compareTo(SHORTEST) >= 0
                && settings.reminds(grant.user())
                && known.of(grant.user()).stream().noneMatch(other -> outlasts(other, grant));
    }

    /** Of two that end together one counts. */
    private static boolean outlasts(Grant other, Grant grant) {
        int later = other.end().compareTo(grant.end());
        return other.role().equals(grant.role())
                && (later > 0
                        || (later == 0 && other.id().value().compareTo(grant.id().value()) > 0));
    }
}
