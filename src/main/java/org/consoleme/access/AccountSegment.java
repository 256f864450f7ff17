package org.consoleme.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;

/**
 * One account's part of the {@link RoleIndex}: its roles sorted by name, which identity may use
 * which, and a signature of all three-letter pieces of their names, so that a search passes over
 * accounts that cannot match.
 */
final class AccountSegment {
    private static final int[] NONE = {};

    private final AccountIndex source;
    private final IndexedRole[] roles;
    private final String[] searchable;
    private final TrigramSignature signature = new TrigramSignature();
    private final Map<String, int[]> web;
    private final Map<String, int[]> cli;
    private final Map<RoleArn, IndexedRole> byArn = new HashMap<>();

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
            byArn.put(roles[i].arn(), roles[i]);
        }
        this.web = postings(IndexedRole::webIdentities);
        this.cli = postings(IndexedRole::cliIdentities);
    }

    AccountIndex source() {
        return source;
    }

    int size() {
        return roles.length;
    }

    Set<String> identities() {
        Set<String> all = new HashSet<>(web.keySet());
        all.addAll(cli.keySet());
        return all;
    }

    IndexedRole role(RoleArn arn) {
        return byArn.get(arn);
    }

    /** Adds the roles that {@code identity} may use here. */
    void collect(String identity, Surface surface, List<IndexedRole> into) {
        for (int i : (surface == Surface.CONSOLE ? web : cli).getOrDefault(identity, NONE)) {
            into.add(roles[i]);
        }
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

    private Map<String, int[]> postings(Function<IndexedRole, Set<String>> identitiesOf) {
        Map<String, List<Integer>> lists = new HashMap<>();
        for (int i = 0; i < roles.length; i++) {
            for (String identity : identitiesOf.apply(roles[i])) {
                lists.computeIfAbsent(identity, any -> new ArrayList<>()).add(i);
            }
        }
        Map<String, int[]> arrays = HashMap.newHashMap(lists.size());
        lists.forEach(
                (identity, list) ->
                        arrays.put(identity, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }
}
