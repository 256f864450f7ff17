package org.consoleme.slacktwin.workspace;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Channels and direct messages. */
public final class Channels {

    private final Changes changes;
    private final Map<String, Channel> byId = new LinkedHashMap<>();

    Channels(Changes changes) {
        this.changes = changes;
    }

    /** Adds a channel, or replaces what is known of it. */
    public Channel put(Channel channel) {
        return changes.write(
                () -> {
                    byId.put(channel.id(), channel);
                    return channel;
                });
    }

    public Optional<Channel> find(String id) {
        return changes.read(() -> Optional.ofNullable(byId.get(id)));
    }

    /** Finds by id, by name, or by name with {@code #}. */
    public Optional<Channel> findByIdOrName(String reference) {
        String name = reference.startsWith("#") ? reference.substring(1) : reference;
        return find(reference)
                .or(
                        () ->
                                all().stream()
                                        .filter(c -> !c.direct() && c.name().equals(name))
                                        .findFirst());
    }

    public List<Channel> all() {
        return changes.read(() -> List.copyOf(byId.values()));
    }

    /** The conversation of exactly these people, if they have one. */
    public Optional<Channel> findDirect(Set<String> members) {
        return all().stream()
                .filter(c -> c.direct() && Set.copyOf(c.members()).equals(members))
                .findFirst();
    }

    /** Opens the conversation of exactly these people: the existing one, or a new one. */
    public Channel openDirect(List<String> people) {
        Set<String> members = new LinkedHashSet<>(people);
        return changes.read(
                () -> findDirect(members).orElseGet(() -> put(newDirect(List.copyOf(members)))));
    }

    /**
     * The id follows from the members, so that a conversation of an earlier run is theirs again,
     * and nobody else's.
     */
    private static Channel newDirect(List<String> members) {
        String sorted = members.stream().sorted().collect(Collectors.joining(","));
        UUID hash = UUID.nameUUIDFromBytes(sorted.getBytes(StandardCharsets.UTF_8));
        String id = String.format(Locale.ROOT, "D%010X", hash.getMostSignificantBits() >>> 24);
        Channel.Kind kind = members.size() > 2 ? Channel.Kind.GROUP_DIRECT : Channel.Kind.DIRECT;
        return new Channel(id, "", kind, Set.of(), members);
    }
}
