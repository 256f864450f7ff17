package org.consoleme.fakes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.Challenges;

public final class InMemoryChallenges implements Challenges {
    private final Map<String, Challenge> challenges = new ConcurrentHashMap<>();

    @Override
    public void create(Challenge challenge) {
        challenges.put(challenge.token(), challenge);
    }

    @Override
    public Optional<Challenge> find(String token) {
        return Optional.ofNullable(challenges.get(token));
    }

    @Override
    public boolean replace(Challenge before, Challenge after) {
        return challenges.replace(before.token(), before, after);
    }

    @Override
    public void remove(String token) {
        challenges.remove(token);
    }

    @Override
    public long open() {
        return challenges.size();
    }

    @Override
    public void sweep(Instant now) {
        challenges.values().removeIf(challenge -> !challenge.expiresAt().isAfter(now));
    }
}
