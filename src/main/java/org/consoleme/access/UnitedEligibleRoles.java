package org.consoleme.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.EligibilitySource.Entitlement;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/** Asks every source and unites what they say. */
@Single
public class UnitedEligibleRoles implements EligibleRoles {
    private static final Comparator<Entitlement> BY_ROLE = Comparator.comparing(Entitlement::role);

    private final List<EligibilitySource> sources;
    private final CurrentIndex index;

    @Inject
    public UnitedEligibleRoles(@Any Instance<EligibilitySource> sources, CurrentIndex index) {
        this(sources.stream().toList(), index);
    }

    public UnitedEligibleRoles(List<EligibilitySource> sources, CurrentIndex index) {
        this.sources = List.copyOf(sources);
        this.index = index;
    }

    @Override
    public List<EligibleRole> of(Caller caller, Surface surface) {
        List<Entitlement> all = new ArrayList<>();
        for (EligibilitySource source : sources) {
            all.addAll(source.of(caller));
        }
        // Stable, and sources bring sorted runs, which makes it nearly free.
        all.sort(BY_ROLE);
        RoleIndex now = index.get();
        List<EligibleRole> roles = new ArrayList<>(all.size());
        for (int from = 0, to; from < all.size(); from = to) {
            RoleArn role = all.get(from).role();
            to = from + 1;
            while (to < all.size() && all.get(to).role().equals(role)) {
                to++;
            }
            united(now, role, all.subList(from, to), surface, roles);
        }
        return roles;
    }

    @Override
    public Optional<EligibleRole> one(Caller caller, Surface surface, RoleArn role) {
        List<Entitlement> entitlements = new ArrayList<>(1);
        for (EligibilitySource source : sources) {
            entitlements.addAll(source.of(caller, role));
        }
        List<EligibleRole> found = new ArrayList<>(1);
        if (!entitlements.isEmpty()) {
            united(index.get(), role, entitlements, surface, found);
        }
        return found.stream().findFirst();
    }

    private static void united(
            RoleIndex now,
            RoleArn role,
            List<Entitlement> entitlements,
            Surface surface,
            List<EligibleRole> into) {
        boolean cliOnly = cliOnly(entitlements);
        if (surface == Surface.CLI || !cliOnly) {
            List<Entitlement> counting = counting(entitlements, surface);
            into.add(
                    new EligibleRole(
                            role,
                            reasons(counting),
                            cliOnly,
                            end(counting),
                            entitlements.getFirst().facts().or(() -> now.role(role))));
        }
    }

    /** The console may rest on a grant alone where the command line does not, and end with it. */
    private static List<Entitlement> counting(List<Entitlement> entitlements, Surface surface) {
        return surface == Surface.CLI || entitlements.size() == 1
                ? entitlements
                : entitlements.stream().filter(e -> e.surface() != Surface.CLI).toList();
    }

    private static boolean cliOnly(List<Entitlement> entitlements) {
        for (Entitlement entitlement : entitlements) {
            if (entitlement.surface() != Surface.CLI) {
                return false;
            }
        }
        return true;
    }

    private static List<Reason> reasons(List<Entitlement> entitlements) {
        return entitlements.size() == 1
                ? List.of(entitlements.getFirst().reason())
                : entitlements.stream().map(Entitlement::reason).distinct().toList();
    }

    /** Overlapping entitlements end at their union; one without end has none. */
    private static Optional<Instant> end(List<Entitlement> entitlements) {
        Optional<Instant> end = entitlements.getFirst().until();
        for (Entitlement entitlement : entitlements) {
            Optional<Instant> until = entitlement.until();
            if (until.isEmpty()) {
                return until;
            }
            end = end.filter(at -> at.isAfter(until.get())).or(() -> until);
        }
        return end;
    }
}
