package org.consoleme.policies;

import java.util.ArrayList;
import java.util.List;

/** Two texts side by side, line by line. */
public final class LineDifference {

    /** How a row's two sides go together. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * @param left line of the former text without its end; empty if ADDED
     * @param right line of the new text without its end; empty if REMOVED
     */
    public record Row(Kind kind, String left, String right) {}

    private LineDifference() {}

    /**
     * Compares two texts, also such as are no documents. Of texts with very many differences it
     * finds some more than need be, never fewer.
     *
     * @return one row for each line of the longer alignment; none if both texts are empty
     */
    public static List<Row> between(String before, String after) {
        List<String> left = before.isEmpty() ? List.of() : before.lines().toList();
        List<String> right = after.isEmpty() ? List.of() : after.lines().toList();
        List<Row> rows = new ArrayList<>();
        int lastLeft = 0;
        int lastRight = 0;
        for (LineMatches.Run run : LineMatches.of(left, right)) {
            different(
                    left.subList(lastLeft, run.left()),
                    right.subList(lastRight, run.right()),
                    rows);
            for (String line : left.subList(run.left(), run.left() + run.length())) {
                rows.add(new Row(Kind.SAME, line, line));
            }
            lastLeft = run.left() + run.length();
            lastRight = run.right() + run.length();
        }
        different(
                left.subList(lastLeft, left.size()), right.subList(lastRight, right.size()), rows);
        return List.copyOf(rows);
    }

    /**
     * Lines in the same place of a gap change into each other; the longer side's rest stands alone.
     */
    private static void different(List<String> left, List<String> right, List<Row> rows) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (i >= right.size()) {
                rows.add(new Row(Kind.REMOVED, left.get(i), ""));
            } else if (i >= left.size()) {
                rows.add(new Row(Kind.ADDED, "", right.get(i)));
            } else {
                Kind kind = left.get(i).equals(right.get(i)) ? Kind.SAME : Kind.CHANGED;
                rows.add(new Row(kind, left.get(i), right.get(i)));
            }
        }
    }
}
