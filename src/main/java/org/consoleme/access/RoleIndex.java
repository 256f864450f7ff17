package org.consoleme.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/**
 * All roles in memory: immutable; a change of some accounts makes a new one that shares the rest.
 * Answers in microseconds at a million roles.
 */
public final class RoleIndex {
    public static final RoleIndex EMPTY = new RoleIndex(Map.of(), Map.of(), Map.of(), Map.of());

    /** In order of account. */
    private final Map<AccountId, AccountSegment> segments;

    /** Identity, as written, to the roles whose tags name it, in order of account and ARN. */
    private final Map<String, List<IndexedRole>> web;

    private final Map<String, List<IndexedRole>> cli;

    /** Lower-cased identity to its other spellings, for user names; most have none. */
    private final Map<String, Set<String>> spellings;

    private RoleIndex(
            Map<AccountId, AccountSegment> segments,
            Map<String, List<IndexedRole>> web,
            Map<String, List<IndexedRole>> cli,
            Map<String, Set<String>> spellings) {
        this.segments = segments;
        this.web = web;
        this.cli = cli;
        this.spellings = spellings;
    }

    /** This index with some accounts replaced or added, and others gone. */
    public RoleIndex with(Collection<AccountIndex> changed, Collection<AccountId> gone) {
        Map<AccountId, AccountSegment> next = new TreeMap<>(segments);
        gone.forEach(next::remove);
        changed.forEach(account -> next.put(account.account(), new AccountSegment(account)));
        Map<String, List<IndexedRole>> nextWeb = new HashMap<>();
        Map<String, List<IndexedRole>> nextCli = new HashMap<>();
        for (AccountSegment segment : next.values()) {
            for (IndexedRole role : segment.roles()) {
                post(role, role.webIdentities(), nextWeb);
                post(role, role.cliIdentities(), nextCli);
            }
        }
        Map<String, Set<String>> nextSpellings = new HashMap<>();
        spell(nextWeb.keySet(), nextSpellings);
        spell(nextCli.keySet(), nextSpellings);
        return new RoleIndex(new LinkedHashMap<>(next), nextWeb, nextCli, nextSpellings);
    }

    private static void post(
            IndexedRole role, Set<String> identities, Map<String, List<IndexedRole>> into) {
        for (String identity : identities) {
            into.computeIfAbsent(identity, any -> new ArrayList<>(1)).add(role);
        }
    }

    private static void spell(Set<String> identities, Map<String, Set<String>> into) {
        for (String identity : identities) {
            String folded = identity.toLowerCase(Locale.ROOT);
            if (!folded.equals(identity)) {
                into.computeIfAbsent(folded, any -> new HashSet<>()).add(identity);
            }
        }
    }

    public boolean has(AccountId account) {
        return segments.containsKey(account);
    }

    public Map<AccountId, String> versions() {
        Map<AccountId, String> versions = new HashMap<>();
        segments.forEach((account, segment) -> versions.put(account, segment.source().version()));
        return versions;
    }

    public Collection<AccountIndex> accounts() {
        return segments.values().stream().map(AccountSegment::source).toList();
    }

    public Optional<AccountIndex> account(AccountId account) {
        return Optional.ofNullable(segments.get(account)).map(AccountSegment::source);
    }

    public Optional<IndexedRole> role(RoleArn arn) {
        return Optional.ofNullable(segments.get(arn.account())).map(segment -> segment.role(arn));
    }

    public long size() {
        return segments.values().stream().mapToLong(AccountSegment::size).sum();
    }

    /**
     * The roles whose tags name {@code identity}, compared exactly, for just that surface's tags.
     */
    List<IndexedRole> naming(String identity, Surface surface) {
        return Collections.unmodifiableList(
                (surface == Surface.CONSOLE ? web : cli).getOrDefault(identity, List.of()));
    }

    /** How a lower-cased user name is spelled in tags, itself included. */
    List<String> spellingsOf(String folded) {
        List<String> all = new ArrayList<>(List.of(folded));
        all.addAll(spellings.getOrDefault(folded, Set.of()));
        return all;
    }

    /**
     * Roles whose ARN contains every word, in order of account and ARN.
     *
     * @param words lower case; none matches everything
     * @param limit at least 1
     */
    public List<IndexedRole> search(List<String> words, int limit) {
        List<IndexedRole> found = new ArrayList<>();
        search(
                words,
                role -> {
                    found.add(role);
                    return found.size() < limit;
                });
        return found;
    }

    /**
     * The same, one after the other.
     *
     * @param goOn whether more are wanted after this one
     */
    void search(List<String> words, Predicate<IndexedRole> goOn) {
        for (AccountSegment segment : segments.values()) {
            if (!segment.search(words, goOn)) {
                return;
            }
        }
    }
}
