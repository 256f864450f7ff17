package org.consoleme.access;

import java.util.Arrays;

/** Positions in the {@link RoleIndex}, ascending. */
final class Positions {
    private int[] all = new int[1];
    private int count;

    void add(int position) {
        if (count == all.length) {
            all = Arrays.copyOf(all, count * 2);
        }
        all[count++] = position;
    }

    int count() {
        return count;
    }

    int get(int i) {
        return all[i];
    }
}
