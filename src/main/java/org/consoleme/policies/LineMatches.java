package org.consoleme.policies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the lines that two lists have in common, in order: Myers' greedy algorithm between the
 * common beginning and end. It gives up after 1,000 differences, when it would hold some 4 MB, and
 * takes all that lies between for different.
 *
 * @see <a href="http://www.xmailserver.org/diff2.pdf">An O(ND) difference algorithm</a>
 */
final class LineMatches {
    private static final int MAX_DIFFERENCES = 1_000;

    /** Equal lines: {@code length} of them from {@code left} and {@code right} on. */
    record Run(int left, int right, int length) {}

    private final List<String> left;
    private final List<String> right;

    private LineMatches(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
    }

    /** Runs in ascending order; neighbours are not joined. */
    static List<Run> of(List<String> left, List<String> right) {
        int most = Math.min(left.size(), right.size());
        int head = 0;
        while (head < most && left.get(head).equals(right.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
            tail++;
        }
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(0, 0, head));
        LineMatches middle =
                new LineMatches(
                        left.subList(head, left.size() - tail),
                        right.subList(head, right.size() - tail));
        for (Run run : middle.runs()) {
            runs.add(new Run(run.left() + head, run.right() + head, run.length()));
        }
        runs.add(new Run(left.size() - tail, right.size() - tail, tail));
        return runs;
    }

    private List<Run> runs() {
        List<int[]> furthest = new ArrayList<>();
        int[] reached = {0};
        for (int d = 0; d <= Math.min(MAX_DIFFERENCES, left.size() + right.size()); d++) {
            int[] row = new int[2 * d + 1];
            for (int k = -d; k <= d; k += 2) {
                int x = d == 0 ? 0 : start(reached, d, k);
                int y = x - k;
                while (x < left.size() && y < right.size() && left.get(x).equals(right.get(y))) {
                    x++;
                    y++;
                }
                row[k + d] = x;
                if (x >= left.size() && y >= right.size()) {
                    furthest.add(row);
                    return back(furthest);
                }
            }
            furthest.add(row);
            reached = row;
        }
        return List.of();
    }

    /**
     * Where the path on diagonal {@code k} with {@code d} differences begins, given those with one
     * fewer.
     */
    private static int start(int[] reached, int d, int k) {
        return isDown(reached, d, k) ? at(reached, d - 1, k + 1) : at(reached, d - 1, k - 1) + 1;
    }

    private static boolean isDown(int[] reached, int d, int k) {
        return k == -d || (k != d && at(reached, d - 1, k - 1) < at(reached, d - 1, k + 1));
    }

    private static int at(int[] reached, int d, int k) {
        return reached[k + d];
    }

    private List<Run> back(List<int[]> furthest) {
        List<Run> runs = new ArrayList<>();
        int x = left.size();
        int y = right.size();
        for (int d = furthest.size() - 1; d >= 0; d--) {
            int k = x - y;
            int from = d == 0 ? 0 : start(furthest.get(d - 1), d, k);
            if (x > from) {
                runs.add(new Run(from, from - k, x - from));
            }
            if (d > 0) {
                boolean down = isDown(furthest.get(d - 1), d, k);
                x = down ? from : from - 1;
                y = from - k - (down ? 1 : 0);
            }
        }
        Collections.reverse(runs);
        return runs;
    }
}
