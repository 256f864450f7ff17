package org.consoleme.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The services and actions that AWS had when the data beside this class was made (see the README
 * there). Kept as one array of bytes and offsets into it: under 1 MB for 22,091 actions. Names are
 * found whatever their case, and answered in AWS's spelling. Immutable.
 */
public final class ActionCatalogue {
    private static final int MAX_COMPLETIONS = 100;

    /** Longer than any action; nobody mistypes one into that. */
    private static final int MAX_MISSPELT = 128;

    private final ActionData data;
    private final Map<AccessLevel, BitSet> byLevel = new EnumMap<>(AccessLevel.class);
    private final BitSet anyResourceOnly = new BitSet();

    ActionCatalogue(ActionData data) {
        this.data = data;
        for (AccessLevel level : AccessLevel.values()) {
            byLevel.put(level, new BitSet());
        }
        for (int i = 0; i < data.actions(); i++) {
            byLevel.get(data.level(i)).set(i);
            anyResourceOnly.set(i, data.anyResourceOnly(i));
        }
    }

    /** Read at its first use. */
    private static final class Shipped {
        static final ActionCatalogue CATALOGUE = new ActionCatalogue(ActionData.shipped());
    }

    /** The data that this version of the product brings. The first call reads it, some 10 ms. */
    public static ActionCatalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /** Where the data is from: package and version. */
    public String origin() {
        return data.origin();
    }

    /** How many actions there are. */
    public int size() {
        return data.actions();
    }

    /** Prefixes such as {@code s3}, sorted. */
    public List<String> services() {
        return data.prefixes();
    }

    /** What AWS calls the service, such as {@code Amazon S3}; for its prefix in any case. */
    public Optional<String> serviceName(String prefix) {
        int service = data.service(prefix);
        return service < 0 ? Optional.empty() : Optional.of(data.name(service));
    }

    /** All of a service, sorted by name; none for an unknown prefix. */
    public List<Action> actionsOf(String prefix) {
        int service = data.service(prefix);
        return service < 0
                ? List.of()
                : IntStream.range(data.first(service), data.first(service + 1))
                        .mapToObj(this::at)
                        .toList();
    }

    /** The action of that name, such as {@code S3:putobject}; no wildcards. */
    public Optional<Action> find(String action) {
        int index = indexOf(action);
        return index < 0 ? Optional.empty() : Optional.of(at(index));
    }

    /**
     * The actions that a pattern of a document means, sorted: {@code *} and {@code ?} in the name,
     * or {@code *} alone. Empty if there is none, or if it is no pattern.
     */
    public List<Action> expand(String pattern) {
        BitSet matches = new BitSet();
        addMatches(pattern, matches);
        return matches.stream().mapToObj(this::at).toList();
    }

    /**
     * The action or {@code service:} that was probably meant by one that is unknown; for a pattern
     * only its service is looked at. Looks through one service's names, or the prefixes.
     */
    public Optional<String> nearest(String action) {
        int colon = action.indexOf(':');
        if (colon <= 0 || action.length() > MAX_MISSPELT) {
            return Optional.empty();
        }
        String name = action.substring(colon + 1);
        int service = data.service(action.substring(0, colon));
        if (service < 0) {
            return nearestOf(action.substring(0, colon), data.prefixes())
                    .map(
                            prefix ->
                                    find(prefix + ":" + name)
                                            .map(Action::toString)
                                            .orElse(prefix + ":"));
        }
        if (Patterns.hasWildcard(name)) {
            return Optional.empty();
        }
        List<String> names = actionsOf(data.prefix(service)).stream().map(Action::name).toList();
        return nearestOf(name, names).map(found -> data.prefix(service) + ":" + found);
    }

    private static Optional<String> nearestOf(String text, List<String> candidates) {
        String wanted = text.toLowerCase(Locale.ROOT);
        int limit = Math.min(4, 1 + text.length() / 4);
        Optional<String> best = Optional.empty();
        for (String candidate : candidates) {
            int distance = EditDistance.within(wanted, candidate.toLowerCase(Locale.ROOT), limit);
            if (distance <= limit) {
                best = Optional.of(candidate);
                limit = distance - 1;
            }
        }
        return best;
    }

    /**
     * What may follow as one types an action: prefixes with their colon before there is a colon,
     * actions of the service after it. Sorted.
     *
     * @param limit 1 to 100; more is taken for 100
     */
    public List<String> complete(String typed, int limit) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int most = Math.clamp(limit, 1, MAX_COMPLETIONS);
        int colon = wanted.indexOf(':');
        if (colon < 0) {
            return data.prefixes().stream()
                    .filter(prefix -> prefix.startsWith(wanted))
                    .limit(most)
                    .map(prefix -> prefix + ":")
                    .toList();
        }
        List<String> completions = new ArrayList<>();
        int service = data.service(wanted.substring(0, colon));
        int end = service < 0 ? 0 : data.first(service + 1);
        String name = wanted.substring(colon + 1);
        for (int i = service < 0 ? 0 : data.atOrAfter(service, name);
                i < end && completions.size() < most && data.startsWith(i, name);
                i++) {
            completions.add(at(i).toString());
        }
        return completions;
    }

    /** Adds the places of the actions that a pattern means; looks through one service at most. */
    void addMatches(String pattern, BitSet into) {
        if (!PolicyNames.actionFault(pattern).isEmpty()) {
            return;
        }
        if (PolicyNames.isEveryAction(pattern)) {
            into.set(0, data.actions());
            return;
        }
        if (!Patterns.hasWildcard(pattern)) {
            int index = indexOf(pattern);
            if (index >= 0) {
                into.set(index);
            }
            return;
        }
        int colon = pattern.indexOf(':');
        int service = colon < 0 ? -1 : data.service(pattern.substring(0, colon));
        if (service >= 0) {
            Wildcard name = new Wildcard(pattern.substring(colon + 1));
            for (int i = data.first(service); i < data.first(service + 1); i++) {
                into.set(i, into.get(i) || data.matches(i, name));
            }
        }
    }

    int indexOf(String action) {
        int colon = action.indexOf(':');
        int service = colon < 0 ? -1 : data.service(action.substring(0, colon));
        return service < 0 ? -1 : data.find(service, action.substring(colon + 1));
    }

    Action at(int index) {
        return new Action(
                data.prefix(data.serviceOf(index)),
                data.actionName(index),
                data.level(index),
                data.anyResourceOnly(index));
    }

    /** Not to be changed. */
    BitSet ofLevel(AccessLevel level) {
        return byLevel.get(level);
    }

    boolean knowsService(String action) {
        int colon = action.indexOf(':');
        return colon > 0 && data.service(action.substring(0, colon)) >= 0;
    }

    /** Not to be changed. */
    BitSet anyResourceOnly() {
        return anyResourceOnly;
    }
}
