package org.consoleme.fakes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;

public final class InMemorySlackLinks implements SlackLinks {
    private final Map<SlackKey, UserId> links = new ConcurrentHashMap<>();

    @Override
    public Optional<UserId> personOf(SlackKey key) {
        return Optional.ofNullable(links.get(key));
    }

    @Override
    public void link(SlackKey key, UserId user, Instant at) {
        UserId linked = links.putIfAbsent(key, user);
        if (linked != null && !linked.equals(user)) {
            throw new Problem.Conflict("This Slack user is linked to somebody else.").asException();
        }
    }

    @Override
    public boolean unlink(SlackKey key) {
        return links.remove(key) != null;
    }

    @Override
    public List<SlackKey> of(UserId user) {
        return links.entrySet().stream()
                .filter(link -> link.getValue().equals(user))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(SlackKey::toString))
                .toList();
    }
}
