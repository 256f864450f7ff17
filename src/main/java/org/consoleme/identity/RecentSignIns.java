package org.consoleme.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link SignIns} up to date without writing at every request: only when the groups changed
 * or an hour has passed on this node.
 */
@Single
public class RecentSignIns {
    private static final Duration REFRESH = Duration.ofHours(1);

    /** A store that is away is not asked again for each request. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private static final int MAX_PEOPLE = 100_000;
    private static final Logger LOG = LoggerFactory.getLogger(RecentSignIns.class);

    private final SignIns signIns;
    private final Clock clock;
    private final Cache<UserId, Seen> written =
            Caffeine.newBuilder().maximumSize(MAX_PEOPLE).build();
    private volatile Instant awayUntil = Instant.EPOCH;

    @Inject
    public RecentSignIns(SignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    /** A live sign-in named these groups just now. A store that is away is logged and retried. */
    public void saw(UserId user, Set<GroupName> groups) {
        Instant now = clock.instant();
        Seen last = written.getIfPresent(user);
        if (last != null && last.groups().equals(groups) && now.isBefore(last.at().plus(REFRESH))) {
            return;
        }
        if (now.isBefore(awayUntil)) {
            return;
        }
        try {
            signIns.remember(user, groups, now);
            written.put(user, new Seen(Set.copyOf(groups), now));
        } catch (ProblemException e) {
            awayUntil = now.plus(AWAY);
            LOG.atWarn()
                    .addKeyValue("user", user)
                    .addKeyValue("reason", e.problem().sentence())
                    .log("sign-in not remembered");
        }
    }

    private record Seen(Set<GroupName> groups, Instant at) {}
}
