package org.consoleme.slacktwin.workspace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A place where messages stand.
 *
 * @param id {@code C…}, or {@code D…} for a direct message
 * @param name without {@code #}; empty for a direct message
 * @param members user ids in the order they came
 */
public record Channel(String id, String name, Kind kind, Set<Flag> flags, List<String> members) {

    /** Who can find the channel. */
    public enum Kind {
        PUBLIC,
        PRIVATE,
        DIRECT,
        GROUP_DIRECT
    }

    /** What else Slack says about a channel. */
    public enum Flag {
        EXT_SHARED,
        PENDING_EXT_SHARED,
        ORG_SHARED,
        ARCHIVED
    }

    public Channel {
        flags = Set.copyOf(flags);
        members = List.copyOf(new LinkedHashSet<>(members));
    }

    public static Channel open(String id, String name, String... members) {
        return new Channel(id, name, Kind.PUBLIC, Set.of(), List.of(members));
    }

    public static Channel closed(String id, String name, String... members) {
        return new Channel(id, name, Kind.PRIVATE, Set.of(), List.of(members));
    }

    /** The same channel with one more flag. */
    public Channel with(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Channel(id, name, kind, more, members);
    }

    /** The same channel with one flag less. */
    public Channel without(Flag flag) {
        Set<Flag> rest = EnumSet.noneOf(Flag.class);
        rest.addAll(flags);
        rest.remove(flag);
        return new Channel(id, name, kind, rest, members);
    }

    /** The same channel with one more member. */
    public Channel joinedBy(String userId) {
        List<String> more = new ArrayList<>(members);
        more.add(userId);
        return new Channel(id, name, kind, flags, more);
    }

    /** The same channel after somebody left or was removed. */
    public Channel leftBy(String userId) {
        return new Channel(
                id, name, kind, flags, members.stream().filter(m -> !m.equals(userId)).toList());
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    public boolean has(String userId) {
        return members.contains(userId);
    }

    /** True for conversations between people, which have no name of their own. */
    public boolean direct() {
        return kind == Kind.DIRECT || kind == Kind.GROUP_DIRECT;
    }

    /**
     * What a slash command calls the channel: {@code directmessage} and {@code privategroup} are
     * Slack's words.
     */
    public String nameInCommands() {
        return switch (kind) {
            case PUBLIC -> name;
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
            case GROUP_DIRECT -> "mpdm";
        };
    }
}
