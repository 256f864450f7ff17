package org.consoleme.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;

/**
 * One account's part of the {@link RoleIndex}: its roles sorted by ARN; their ARNs in one text, a
 * line each, which a search reads from end to end at memory's speed; and a signature of all
 * three-letter pieces of it, so that a search passes over accounts that cannot match.
 */
final class AccountSegment {
    private final AccountIndex source;
    private final IndexedRole[] roles;
    private final String lines;

    /** Where each role's line begins, and the end of the last one. */
    private final int[] starts;

    private final TrigramSignature signature = new TrigramSignature();

    /** Open addressing by the hash of a role's name: position in {@link #roles}, or -1. */
    private final int[] slots;

    AccountSegment(AccountIndex source) {
        this.source = source;
        this.roles =
                source.roles().stream()
                        .sorted(Comparator.comparing(IndexedRole::arn))
                        .toArray(IndexedRole[]::new);
        this.starts = new int[roles.length + 1];
        this.slots = new int[Integer.highestOneBit(Math.max(1, roles.length)) * 4];
        Arrays.fill(slots, -1);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < roles.length; i++) {
            String line = roles[i].arn().toString().toLowerCase(Locale.ROOT);
            signature.add(line.getBytes(StandardCharsets.UTF_8));
            all.append(line).append('\n');
            starts[i + 1] = all.length();
            slots[freeSlot(roles[i].arn())] = i;
        }
        this.lines = all.toString();
    }

    AccountIndex source() {
        return source;
    }

    int size() {
        return roles.length;
    }

    /** Sorted by ARN. */
    List<IndexedRole> roles() {
        return List.of(roles);
    }

    /** Null if there is none. */
    IndexedRole role(RoleArn arn) {
        int slot = slotOf(arn);
        while (slots[slot] >= 0) {
            IndexedRole role = roles[slots[slot]];
            if (role.arn().equals(arn)) {
                return role;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return null;
    }

    private int freeSlot(RoleArn arn) {
        int slot = slotOf(arn);
        while (slots[slot] >= 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int slotOf(RoleArn arn) {
        int hash = arn.name().hashCode();
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    /**
     * Shows the roles that contain all words, until somebody has seen enough.
     *
     * @param words lower case
     * @param goOn whether more are wanted after this one
     * @return false if no more are
     */
    boolean search(List<String> words, Predicate<IndexedRole> goOn) {
        if (!signature.mayContainAll(words)) {
            return true;
        }
        String rarest = words.stream().max(Comparator.comparingInt(String::length)).orElse("");
        int line = 0;
        while (line < roles.length) {
            int hit = lines.indexOf(rarest, starts[line]);
            if (hit < 0) {
                return true;
            }
            line = lineAt(hit);
            if (containsAll(line, words) && !goOn.test(roles[line])) {
                return false;
            }
            line++;
        }
        return true;
    }

    private int lineAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    private boolean containsAll(int line, List<String> words) {
        for (String word : words) {
            if (lines.indexOf(word, starts[line], starts[line + 1] - 1) < 0) {
                return false;
            }
        }
        return true;
    }
}
