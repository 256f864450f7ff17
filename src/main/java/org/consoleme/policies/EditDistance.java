package org.consoleme.policies;

import java.util.Arrays;

/** How many letters to insert, delete, replace or swap with their neighbour between two texts. */
final class EditDistance {
    private EditDistance() {}

    /**
     * The distance, or {@code limit + 1} as soon as it is sure to be larger than the limit.
     *
     * @return 0 to {@code limit + 1}
     */
    static int within(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] older = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                next[j] = Math.min(row[j - 1] + (same ? 0 : 1), Math.min(row[j], next[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    next[j] = Math.min(next[j], older[j - 2] + 1);
                }
                least = Math.min(least, next[j]);
            }
            if (least > limit && i > 1 && Arrays.stream(row).min().orElse(0) > limit) {
                return limit + 1;
            }
            older = row;
            row = next;
        }
        return Math.min(row[b.length()], limit + 1);
    }
}
