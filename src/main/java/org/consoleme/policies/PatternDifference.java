package org.consoleme.policies;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Subtracts lists of patterns. What a pattern of the other list covers is left out; where it covers
 * only a part, an action's pattern becomes the actions that are left. Doubt counts as different.
 */
final class PatternDifference {
    /** Actions that patterns may become in one comparison; then patterns stay as they are. */
    private static final int MAX_EXPANDED = 5_000;

    private static final Patterns NONE = new Patterns(false, List.of());

    private final ActionCatalogue catalogue;
    private int expanded;

    PatternDifference(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Lists with "except" are either the same or not to be subtracted. Empty: nothing is left. */
    Patterns actions(Patterns from, Patterns minus) {
        Set<String> written = lower(minus);
        if (from.except() || minus.except()) {
            return from.except() == minus.except() && lower(from).equals(written) ? NONE : from;
        }
        BitSet covered = ActionSets.of(catalogue, minus);
        Map<String, String> left = new LinkedHashMap<>();
        for (String pattern : from.values()) {
            if (!written.contains(pattern.toLowerCase(Locale.ROOT))) {
                rest(pattern, covered)
                        .forEach(
                                action ->
                                        left.putIfAbsent(action.toLowerCase(Locale.ROOT), action));
            }
        }
        return new Patterns(false, List.copyOf(left.values()));
    }

    private Stream<String> rest(String pattern, BitSet covered) {
        BitSet matches = new BitSet();
        catalogue.addMatches(pattern, matches);
        int all = matches.cardinality();
        matches.andNot(covered);
        int left = matches.cardinality();
        if (all == 0 || all == left) {
            return Stream.of(catalogue.find(pattern).map(Action::toString).orElse(pattern));
        }
        if (expanded + left > MAX_EXPANDED) {
            return Stream.of(pattern);
        }
        expanded += left;
        return matches.stream().mapToObj(index -> catalogue.at(index).toString());
    }

    /**
     * As {@link #actions}; covered is what is equal, or begins like a pattern that ends in a star.
     */
    Patterns resources(Patterns from, Patterns minus) {
        Set<String> written = new HashSet<>(minus.values());
        if (from.except() || minus.except()) {
            return from.except() == minus.except() && new HashSet<>(from.values()).equals(written)
                    ? NONE
                    : from;
        }
        List<String> beginnings =
                written.stream()
                        .filter(PatternDifference::endsInItsOnlyWildcard)
                        .map(pattern -> pattern.substring(0, pattern.length() - 1))
                        .toList();
        return new Patterns(
                false,
                from.values().stream()
                        .distinct()
                        .filter(resource -> !written.contains(resource))
                        .filter(resource -> beginnings.stream().noneMatch(resource::startsWith))
                        .toList());
    }

    private static boolean endsInItsOnlyWildcard(String pattern) {
        return pattern.endsWith("*")
                && !Patterns.hasWildcard(pattern.substring(0, pattern.length() - 1));
    }

    private static Set<String> lower(Patterns patterns) {
        Set<String> lower = new HashSet<>();
        patterns.values().forEach(value -> lower.add(value.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
