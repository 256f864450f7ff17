package org.consoleme.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    public static final RoleIndex EMPTY =
            new RoleIndex(Map.of(), new IndexedRole[0], Map.of(), Map.of(), Map.of());

    /** In order of account. */
    private final Map<AccountId, AccountSegment> segments;

    /** In order of account and ARN. */
    private final IndexedRole[] roles;

    /** Identity, as written, to the roles whose tags name it. */
    private final Map<String, Positions> web;

    private final Map<String, Positions> cli;

    /** Lower-cased identity to its other spellings, for user names; most have none. */
    private final Map<String, Set<String>> spellings;

    private RoleIndex(
            Map<AccountId, AccountSegment> segments,
            IndexedRole[] roles,
            Map<String, Positions> web,
            Map<String, Positions> cli,
            Map<String, Set<String>> spellings) {
        this.segments = segments;
        this.roles = roles;
        this.web = web;
        this.cli = cli;
        this.spellings = spellings;
    }

    /** This index with some accounts replaced or added, and others gone. */
    public RoleIndex with(Collection<AccountIndex> changed, Collection<AccountId> gone) {
        Map<AccountId, AccountSegment> next = new TreeMap<>(segments);
        gone.forEach(next::remove);
        changed.forEach(account -> next.put(account.account(), new AccountSegment(account)));
        IndexedRole[] all =
                next.values().stream()
                        .flatMap(segment -> segment.roles().stream())
                        .toArray(IndexedRole[]::new);
        Map<String, Positions> nextWeb = new HashMap<>();
        Map<String, Positions> nextCli = new HashMap<>();
        for (int i = 0; i < all.length; i++) {
            post(i, all[i].webIdentities(), nextWeb);
            post(i, all[i].cliIdentities(), nextCli);
        }
        Map<String, Set<String>> nextSpellings = new HashMap<>();
        spell(nextWeb.keySet(), nextSpellings);
        spell(nextCli.keySet(), nextSpellings);
        return new RoleIndex(new LinkedHashMap<>(next), all, nextWeb, nextCli, nextSpellings);
    }

    private static void post(int position, Set<String> identities, Map<String, Positions> into) {
        for (String identity : identities) {
            into.computeIfAbsent(identity, any -> new Positions()).add(position);
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
     * Tells of each tag that names one of {@code identities}, compared exactly: in order of the
     * role's account and ARN, then as the identities are given.
     */
    void naming(List<String> identities, Tag tag) {
        long[] found = new long[counted(identities)];
        int count = 0;
        for (int identity = 0; identity < identities.size(); identity++) {
            for (Surface surface : Surface.values()) {
                Positions positions = tagged(surface).get(identities.get(identity));
                for (int i = 0; positions != null && i < positions.count(); i++) {
                    found[count++] =
                            (long) positions.get(i) << Integer.SIZE
                                    | (long) identity << 1
                                    | (surface == Surface.CLI ? 1 : 0);
                }
            }
        }
        Arrays.sort(found);
        for (long one : found) {
            tag.names(
                    roles[(int) (one >>> Integer.SIZE)],
                    (int) one >>> 1,
                    (one & 1) == 1 ? Surface.CLI : Surface.CONSOLE);
        }
    }

    private int counted(List<String> identities) {
        int count = 0;
        for (String identity : identities) {
            for (Surface surface : Surface.values()) {
                Positions positions = tagged(surface).get(identity);
                count += positions == null ? 0 : positions.count();
            }
        }
        return count;
    }

    private Map<String, Positions> tagged(Surface surface) {
        return surface == Surface.CONSOLE ? web : cli;
    }

    /** One mention of one identity in a role's tags for one surface. */
    @FunctionalInterface
    interface Tag {
        /**
         * @param identity its place in the list that was asked for
         */
        void names(IndexedRole role, int identity, Surface surface);
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

    /** The same among the roles of one account. */
    void search(AccountId account, List<String> words, Predicate<IndexedRole> goOn) {
        AccountSegment segment = segments.get(account);
        if (segment != null) {
            segment.search(words, goOn);
        }
    }
}
