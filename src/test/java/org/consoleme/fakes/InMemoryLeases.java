package org.consoleme.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.operations.Leases;

/** Leases by the given clock. The same holder may take its own lease again. */
public final class InMemoryLeases implements Leases {
    private final Clock clock;
    private final Map<String, Held> held = new HashMap<>();

    public InMemoryLeases(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Lease> take(String name, String holder, Duration life) {
        Held now = held.get(name);
        if (now != null && !now.holder().equals(holder) && now.until().isAfter(clock.instant())) {
            return Optional.empty();
        }
        held.put(name, new Held(holder, clock.instant().plus(life)));
        return Optional.of(
                new Lease() {
                    @Override
                    public boolean renew() {
                        return InMemoryLeases.this.renew(name, holder, life);
                    }

                    @Override
                    public void close() {
                        giveBack(name, holder);
                    }
                });
    }

    /** As if the holder had been away for longer than the lease lives. */
    public synchronized void steal(String name, String by, Duration life) {
        held.put(name, new Held(by, clock.instant().plus(life)));
    }

    public synchronized boolean isHeld(String name) {
        Held now = held.get(name);
        return now != null && now.until().isAfter(clock.instant());
    }

    private synchronized boolean renew(String name, String holder, Duration life) {
        Held now = held.get(name);
        if (now == null || !now.holder().equals(holder) || !now.until().isAfter(clock.instant())) {
            return false;
        }
        held.put(name, new Held(holder, clock.instant().plus(life)));
        return true;
    }

    private synchronized void giveBack(String name, String holder) {
        held.computeIfPresent(name, (n, now) -> now.holder().equals(holder) ? null : now);
    }

    private record Held(String holder, Instant until) {}
}
