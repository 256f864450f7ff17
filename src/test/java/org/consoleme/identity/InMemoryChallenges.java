package org.consoleme.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compares before it replaces, as the store does. */
public final class InMemoryChallenges implements Challenges {
    private final Map<String, Challenge> stored = new ConcurrentHashMap<>();

    @Override
    public void create(Challenge challenge) {
        stored.put(challenge.token(), challenge);
    }

    @Override
    public Optional<Challenge> find(String token) {
        return Optional.ofNullable(stored.get(token));
    }

    @Override
    public boolean replace(Challenge before, Challenge after) {
        return stored.replace(before.token(), before, after);
    }

    @Override
    public void remove(String token) {
        stored.remove(token);
    }

    @Override
    public long open() {
        return stored.size();
    }

    @Override
    public void sweep(Instant now) {
        stored.values().removeIf(challenge -> challenge.expiresAt().isBefore(now));
    }
}
