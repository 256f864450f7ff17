package org.consoleme.slacktwin.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody the workspace knows, guests, strangers and bots included. */
public final class People {

    private final Changes changes;
    private final Map<String, SlackUser> byId = new LinkedHashMap<>();

    People(Changes changes) {
        this.changes = changes;
    }

    /** Adds somebody, or replaces what is known of them. */
    public SlackUser put(SlackUser user) {
        return changes.write(
                () -> {
                    byId.put(user.id(), user);
                    return user;
                });
    }

    public Optional<SlackUser> find(String id) {
        return changes.read(() -> Optional.ofNullable(byId.get(id)));
    }

    public List<SlackUser> all() {
        return changes.read(() -> List.copyOf(byId.values()));
    }
}
