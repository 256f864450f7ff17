package org.consoleme.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line each what a statement gives or takes. */
final class DifferenceWords {
    private static final int SAMPLE = 3;

    private final ActionCatalogue catalogue;

    /** A line, and its place: what widens before what narrows, the gravest access first. */
    private record Line(boolean widens, AccessLevel gravest, String text) {}

    DifferenceWords(ActionCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<String> lines(List<Statement> added, List<Statement> removed) {
        List<Line> lines = new ArrayList<>();
        for (Statement statement : added) {
            lines.add(
                    line(statement.allows(), statement.allows() ? "Adds " : "Denies ", statement));
        }
        for (Statement statement : removed) {
            lines.add(
                    line(
                            !statement.allows(),
                            statement.allows() ? "Removes " : "No longer denies ",
                            statement));
        }
        lines.sort(
                Comparator.comparing((Line line) -> !line.widens()).thenComparing(Line::gravest));
        return lines.stream().map(Line::text).distinct().toList();
    }

    private Line line(boolean widens, String verb, Statement statement) {
        BitSet actions = ActionSets.of(catalogue, statement.actions());
        List<AccessLevel> levels = levels(actions);
        return new Line(
                widens,
                gravest(levels),
                verb
                        + access(statement, levels)
                        + ResourceWords.of(statement.resources())
                        + condition(statement.conditions())
                        + sample(statement.actions()));
    }

    private List<AccessLevel> levels(BitSet actions) {
        return List.of(AccessLevel.values()).stream()
                .filter(level -> actions.intersects(catalogue.ofLevel(level)))
                .toList();
    }

    private String access(Statement statement, List<AccessLevel> levels) {
        if (statement.actions().except()) {
            return "everything but some actions on ";
        }
        if (statement.actions().values().stream().anyMatch(PolicyNames::isEveryAction)) {
            return "every action on ";
        }
        if (levels.isEmpty()) {
            return "unknown actions on ";
        }
        Optional<String> whole = wholeService(statement.actions().values());
        if (whole.isPresent()) {
            return "every action of " + whole.get() + " on ";
        }
        List<String> words = levels.stream().map(AccessLevel::word).toList();
        String last = words.getLast();
        return (words.size() == 1
                        ? last
                        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + last)
                + " to ";
    }

    /** The name of the one service that is given as a whole. */
    private Optional<String> wholeService(List<String> actions) {
        String first = actions.getFirst();
        int colon = first.indexOf(':');
        return actions.size() == 1 && first.substring(colon + 1).equals(Patterns.EVERYTHING)
                ? catalogue.serviceName(first.substring(0, colon))
                : Optional.empty();
    }

    private static String condition(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return "";
        }
        String keys =
                conditions.stream()
                        .map(Condition::key)
                        .distinct()
                        .limit(2)
                        .map(Shown::clipped)
                        .collect(Collectors.joining(" and "));
        return " under conditions on " + keys + (conditions.size() > 2 ? " and others" : "");
    }

    /** The actions as written, the gravest first. */
    private String sample(Patterns actions) {
        if (!actions.except() && actions.values().stream().anyMatch(PolicyNames::isEveryAction)) {
            return "";
        }
        Map<String, AccessLevel> gravest = new LinkedHashMap<>();
        actions.values().forEach(action -> gravest.computeIfAbsent(action, this::gravest));
        List<String> sorted =
                gravest.keySet().stream().sorted(Comparator.comparing(gravest::get)).toList();
        String shown =
                sorted.stream()
                        .limit(SAMPLE)
                        .map(this::spelling)
                        .map(Shown::clipped)
                        .collect(Collectors.joining(", "));
        return (actions.except() ? ", all but: " : ": ")
                + shown
                + (sorted.size() > SAMPLE ? " and " + (sorted.size() - SAMPLE) + " more" : "");
    }

    private String spelling(String action) {
        return catalogue.find(action).map(Action::toString).orElse(action);
    }

    private AccessLevel gravest(String action) {
        BitSet matches = new BitSet();
        catalogue.addMatches(action, matches);
        return gravest(levels(matches));
    }

    /** What is unknown is taken for grave. */
    private static AccessLevel gravest(List<AccessLevel> levels) {
        return levels.isEmpty() ? AccessLevel.PERMISSIONS : levels.getFirst();
    }
}
