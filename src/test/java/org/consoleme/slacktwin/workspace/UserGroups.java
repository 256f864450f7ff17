package org.consoleme.slacktwin.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workspace's user groups. */
public final class UserGroups {

    private final Changes changes;
    private final Map<String, UserGroup> byId = new LinkedHashMap<>();

    UserGroups(Changes changes) {
        this.changes = changes;
    }

    /** Adds a group, or replaces what is known of it. */
    public UserGroup put(UserGroup group) {
        return changes.write(
                () -> {
                    byId.put(group.id(), group);
                    return group;
                });
    }

    public Optional<UserGroup> find(String id) {
        return changes.read(() -> Optional.ofNullable(byId.get(id)));
    }

    public List<UserGroup> all() {
        return changes.read(() -> List.copyOf(byId.values()));
    }
}
