package org.consoleme.batch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.consoleme.audit.DeliveryClaims;
import org.consoleme.audit.Lane;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.operations.Leases;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * Claims of this node in its memory, and of all nodes as leases. A node that starts again takes its
 * own leases over, so what it left is delivered at once; what another node left, within a minute.
 * While the leases cannot be asked, each node minds only itself.
 */
@Single
public class LeasedClaims implements DeliveryClaims {
    /** Longer than an effect takes; as long as another node leaves a change that is applied. */
    static final Duration LIFE = Duration.ofSeconds(60);

    private static final int MOST_REMEMBERED = 100_000;

    private final Leases leases;
    private final BatchSettings settings;
    private final Set<Lane> underWay = ConcurrentHashMap.newKeySet();
    private final Cache<String, Boolean> seenHere;

    @Inject
    public LeasedClaims(Leases leases, BatchSettings settings, Clock clock) {
        this.leases = leases;
        this.settings = settings;
        seenHere =
                Caffeine.newBuilder()
                        .expireAfterWrite(LIFE)
                        .maximumSize(MOST_REMEMBERED)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    @Override
    public Optional<Claim> take(Lane lane) {
        if (!underWay.add(lane)) {
            return Optional.empty();
        }
        Asked asked = ask("outbox:" + lane);
        if (!asked.free()) {
            underWay.remove(lane);
            return Optional.empty();
        }
        return Optional.of(new Held(lane, asked.lease()));
    }

    /** What the leases said: ours, or nobody's because they did not answer. */
    private record Asked(boolean free, Optional<Leases.Lease> lease) {
        static final Asked TAKEN_BY_OTHERS = new Asked(false, Optional.empty());
        static final Asked NOBODY_KNOWS = new Asked(true, Optional.empty());
    }

    private Asked ask(String name) {
        try {
            return leases.take(name, settings.node(), LIFE)
                    .map(lease -> new Asked(true, Optional.of(lease)))
                    .orElse(Asked.TAKEN_BY_OTHERS);
        } catch (ProblemException away) {
            return Asked.NOBODY_KNOWS;
        }
    }

    private final class Held implements Claim {
        private final Lane lane;
        private final Optional<Leases.Lease> lease;

        Held(Lane lane, Optional<Leases.Lease> lease) {
            this.lane = lane;
            this.lease = lease;
        }

        /** These leases end by themselves: whoever still has the event in a list must see them. */
        @Override
        public boolean first(OutboxEvent event) {
            String attempt = event.id() + "." + event.attempts();
            return seenHere.asMap().putIfAbsent(attempt, true) == null
                    && ask("outbox-event:" + attempt).free();
        }

        @Override
        public void close() {
            underWay.remove(lane);
            lease.ifPresent(Leases.Lease::close);
        }
    }
}
