package org.consoleme.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/**
 * All roles in memory: immutable; a change of some accounts makes a new one that shares the rest.
 * Answers in microseconds at a million roles.
 */
public final class RoleIndex {
    public static final RoleIndex EMPTY = new RoleIndex(Map.of(), Map.of(), Map.of());

    /** In order of account. */
    private final Map<AccountId, AccountSegment> segments;

    /** Identity, as written, to the segments that name it. */
    private final Map<String, List<AccountSegment>> mentions;

    /** Lower-cased identity to its other spellings, for user names; most have none. */
    private final Map<String, Set<String>> spellings;

    private RoleIndex(
            Map<AccountId, AccountSegment> segments,
            Map<String, List<AccountSegment>> mentions,
            Map<String, Set<String>> spellings) {
        this.segments = segments;
        this.mentions = mentions;
        this.spellings = spellings;
    }

    /** This index with some accounts replaced or added, and others gone. */
    public RoleIndex with(Collection<AccountIndex> changed, Collection<AccountId> gone) {
        Map<AccountId, AccountSegment> next = new TreeMap<>(segments);
        gone.forEach(next::remove);
        changed.forEach(account -> next.put(account.account(), new AccountSegment(account)));
        Map<String, List<AccountSegment>> nextMentions = new HashMap<>();
        Map<String, Set<String>> nextSpellings = new HashMap<>();
        for (AccountSegment segment : next.values()) {
            for (String identity : segment.identities()) {
                nextMentions.computeIfAbsent(identity, any -> new ArrayList<>(2)).add(segment);
                String folded = identity.toLowerCase(Locale.ROOT);
                if (!folded.equals(identity)) {
                    nextSpellings.computeIfAbsent(folded, any -> new HashSet<>()).add(identity);
                }
            }
        }
        return new RoleIndex(next, nextMentions, nextSpellings);
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
        List<IndexedRole> found = new ArrayList<>();
        for (AccountSegment segment : mentions.getOrDefault(identity, List.of())) {
            segment.collect(identity, surface, found);
        }
        return found;
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
        for (AccountSegment segment : segments.values()) {
            segment.search(words, limit, found);
            if (found.size() >= limit) {
                break;
            }
        }
        return found;
    }
}
