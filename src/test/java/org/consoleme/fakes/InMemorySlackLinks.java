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
    private final Map<SlackKey, Link> links = new ConcurrentHashMap<>();

    private record Link(UserId user, Instant at) {}

    @Override
    public Optional<UserId> personOf(SlackKey key) {
        return Optional.ofNullable(links.get(key)).map(Link::user);
    }

    @Override
    public void link(SlackKey key, UserId user, Instant at) {
        Link linked = links.putIfAbsent(key, new Link(user, at));
        if (linked != null && !linked.user().equals(user)) {
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
                .filter(link -> link.getValue().user().equals(user))
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<SlackKey, Link> link) -> link.getValue().at())
                                .reversed()
                                .thenComparing(link -> link.getKey().toString()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
