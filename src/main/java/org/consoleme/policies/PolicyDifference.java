package org.consoleme.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes different when one document takes another's place; the same for every door. Time and
 * memory are bounded by the documents' own bounds.
 *
 * @param added what is newly there: statements, or the parts of them that are new
 * @param removed what is no longer there, likewise
 * @param lines {@code added} and {@code removed} in words, what widens most first; one sentence if
 *     nothing changes. Plain text that holds pieces of the documents, each cut to 120 characters
 * @param rows both texts side by side, as {@link PolicyDocument#pretty} lays them out
 */
public record PolicyDifference(
        List<Statement> added,
        List<Statement> removed,
        List<String> lines,
        List<LineDifference.Row> rows) {
    public PolicyDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /**
     * Compares two documents.
     *
     * @param before empty if there is none yet
     * @param after empty if it goes
     */
    public static PolicyDifference between(
            Optional<PolicyDocument> before, Optional<PolicyDocument> after) {
        StatementDifference statements =
                new StatementDifference(
                        before.map(PolicyDocument::statements).orElse(List.of()),
                        after.map(PolicyDocument::statements).orElse(List.of()));
        List<String> lines =
                new ArrayList<>(
                        new DifferenceWords(ActionCatalogue.shipped())
                                .lines(statements.added(), statements.removed()));
        if (before.isPresent() && after.isPresent()) {
            version(before.get(), after.get()).ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            lines.add(nothing(before, after));
        }
        return new PolicyDifference(
                statements.added(),
                statements.removed(),
                lines,
                LineDifference.between(
                        before.map(PolicyDocument::pretty).orElse(""),
                        after.map(PolicyDocument::pretty).orElse("")));
    }

    /**
     * The first lines; where some are left out, the last one is "and N more".
     *
     * @param maxLines at least 2
     */
    public List<String> words(int maxLines) {
        if (lines.size() <= maxLines) {
            return lines;
        }
        int shown = Math.max(1, maxLines - 1);
        List<String> words = new ArrayList<>(lines.subList(0, shown));
        words.add("and " + (lines.size() - shown) + " more");
        return List.copyOf(words);
    }

    private static Optional<String> version(PolicyDocument before, PolicyDocument after) {
        String was = before.version().orElse("none");
        String is = after.version().orElse("none");
        return was.equals(is)
                ? Optional.empty()
                : Optional.of("Changes Version from " + was + " to " + is);
    }

    private static String nothing(Optional<PolicyDocument> before, Optional<PolicyDocument> after) {
        return before.equals(after)
                ? "Changes nothing"
                : "Changes names or layout, and no permission";
    }
}
