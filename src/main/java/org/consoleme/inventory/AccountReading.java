package org.consoleme.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;

/**
 * What one reading of an account has seen so far: ARNs and index rows, no documents, so that memory
 * stays flat however large the account is.
 */
final class AccountReading {
    /** How long ConsoleMe takes an entry for good. */
    static final Duration LIFE = Duration.ofHours(36);

    /** An unchanged entry is written again when it has less than this left. */
    static final Duration RENEW_BELOW = Duration.ofHours(12);

    private final AccountId account;
    private final InventorySettings settings;
    private final Map<String, IamCache.Written> before;
    private final Instant asOf;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> managedPolicies = new TreeSet<>();
    private final Map<RoleArn, IndexedRole> roles = new TreeMap<>();
    private boolean anyRole;
    private int written;
    private int leftOut;

    AccountReading(
            AccountId account,
            InventorySettings settings,
            Map<String, IamCache.Written> before,
            Instant asOf) {
        this.account = account;
        this.settings = settings;
        this.before = before;
        this.asOf = asOf;
    }

    /** Takes a page in; answers with the objects that are ours to keep. */
    List<IamObject> keep(List<IamObject> page) {
        List<IamObject> kept = new ArrayList<>(page.size());
        for (IamObject object : page) {
            anyRole |= object.kind() == IamObject.Kind.ROLE;
            if (settings.allowed().allows(object)) {
                kept.add(object);
                seen.add(object.arn());
                index(object);
            } else {
                leftOut++;
            }
        }
        return kept;
    }

    /** Those that the cache lacks, has otherwise, or will soon take for expired. */
    List<IamCache.Entry> due(List<IamObject> kept) {
        Instant ttl = asOf.truncatedTo(ChronoUnit.SECONDS).plus(LIFE);
        List<IamCache.Entry> due = new ArrayList<>();
        for (IamObject object : kept) {
            Optional<String> owner = settings.owner(object);
            String fingerprint =
                    new Digest()
                            .add(object.document())
                            .add(owner.map(o -> "=" + o).orElse(""))
                            .hex();
            IamCache.Written last = before.get(object.arn());
            if (last == null
                    || !last.fingerprint().equals(fingerprint)
                    || last.ttl().isBefore(asOf.plus(RENEW_BELOW))) {
                due.add(new IamCache.Entry(object, owner, fingerprint, ttl));
            }
        }
        written += due.size();
        return due;
    }

    /** No role at all, where there were roles before. */
    boolean implausible() {
        return !anyRole && before.values().stream().anyMatch(w -> w.kind() == IamObject.Kind.ROLE);
    }

    /** What the cache has and this reading, complete now, did not find. */
    List<IamCache.Gone> gone() {
        return gone(before, seen);
    }

    /** AWS's own policies stand in one row for all accounts, so no single account removes one. */
    static List<IamCache.Gone> gone(Map<String, IamCache.Written> before, Set<String> seen) {
        return before.entrySet().stream()
                .filter(entry -> !seen.contains(entry.getKey()) && !ownedByAws(entry.getKey()))
                .map(entry -> new IamCache.Gone(entry.getValue().kind(), entry.getKey()))
                .sorted(Comparator.comparing(IamCache.Gone::arn))
                .toList();
    }

    List<String> managedPolicies() {
        return List.copyOf(managedPolicies);
    }

    /** The index's rows so far. */
    List<IndexedRole> rows() {
        return List.copyOf(roles.values());
    }

    AccountIndex toIndex() {
        List<IndexedRole> sorted = rows();
        return new AccountIndex(account, IndexVersion.of(sorted), asOf, sorted);
    }

    RefreshAccount.Refreshed summary(int removed) {
        return new RefreshAccount.Refreshed(seen.size(), roles.size(), written, removed, leftOut);
    }

    private void index(IamObject object) {
        if (object.kind() == IamObject.Kind.POLICY) {
            managedPolicies.add(object.arn());
        }
        if (object.kind() == IamObject.Kind.ROLE) {
            RoleArn.tryParse(object.arn()).ifPresent(arn -> roles.put(arn, row(arn, object)));
        }
    }

    private IndexedRole row(RoleArn arn, IamObject object) {
        return new IndexedRole(
                arn,
                settings.access().webIdentities(object),
                settings.access().cliIdentities(object),
                object.role()
                        .map(IamObject.RoleDetails::maxSession)
                        .orElse(IndexedRole.DEFAULT_MAX_SESSION),
                settings.owner(object),
                object.role().flatMap(IamObject.RoleDetails::description),
                object.tags());
    }

    private static boolean ownedByAws(String arn) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6 && parts[4].equals("aws");
    }
}
