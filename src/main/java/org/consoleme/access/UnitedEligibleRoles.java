package org.consoleme.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consoleme.access.EligibilitySource.Entitlement;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/** Asks every source and unites what they say. */
@Single
public class UnitedEligibleRoles implements EligibleRoles {
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
        Map<RoleArn, List<Entitlement>> byRole = new TreeMap<>();
        for (EligibilitySource source : sources) {
            for (Entitlement entitlement : source.of(caller)) {
                byRole.computeIfAbsent(entitlement.role(), any -> new ArrayList<>(2))
                        .add(entitlement);
            }
        }
        RoleIndex now = index.get();
        List<EligibleRole> roles = new ArrayList<>(byRole.size());
        byRole.forEach(
                (role, entitlements) -> {
                    boolean cliOnly =
                            entitlements.stream().allMatch(e -> e.surface() == Surface.CLI);
                    if (surface == Surface.CLI || !cliOnly) {
                        roles.add(
                                new EligibleRole(
                                        role,
                                        entitlements.stream()
                                                .map(Entitlement::reason)
                                                .distinct()
                                                .toList(),
                                        cliOnly,
                                        end(entitlements),
                                        now.role(role)));
                    }
                });
        return roles;
    }

    /** Overlapping entitlements end at their union; one without end has none. */
    private static Optional<Instant> end(List<Entitlement> entitlements) {
        if (entitlements.stream().anyMatch(e -> e.until().isEmpty())) {
            return Optional.empty();
        }
        return entitlements.stream().flatMap(e -> e.until().stream()).max(Instant::compareTo);
    }
}
