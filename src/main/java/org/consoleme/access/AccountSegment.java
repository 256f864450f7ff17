package org.consoleme.access;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;

/**
 * One account's part of the {@link RoleIndex}: its roles sorted by name, and a signature of all
 * three-letter pieces of their names, so that a search passes over accounts that cannot match.
 */
final class AccountSegment {
    private final AccountIndex source;
    private final IndexedRole[] roles;
    private final String[] searchable;
    private final TrigramSignature signature = new TrigramSignature();

    AccountSegment(AccountIndex source) {
        this.source = source;
        this.roles =
                source.roles().stream()
                        .sorted(Comparator.comparing(IndexedRole::arn))
                        .toArray(IndexedRole[]::new);
        this.searchable = new String[roles.length];
        for (int i = 0; i < roles.length; i++) {
            searchable[i] = searchable(roles[i]);
            signature.add(searchable[i].getBytes(StandardCharsets.UTF_8));
        }
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
        int from = 0;
        int to = roles.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = roles[middle].arn().compareTo(arn);
            if (order == 0) {
                return roles[middle];
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return null;
    }

    /**
     * Adds roles that contain all words, until {@code limit} are found.
     *
     * @param words lower case
     */
    void search(List<String> words, int limit, List<IndexedRole> into) {
        if (!signature.mayContainAll(words)) {
            return;
        }
        for (int i = 0; i < roles.length && into.size() < limit; i++) {
            if (containsAll(searchable[i], words)) {
                into.add(roles[i]);
            }
        }
    }

    private static boolean containsAll(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String searchable(IndexedRole role) {
        return role.arn().toString().toLowerCase(Locale.ROOT);
    }
}
