package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * Eligibility from {@code group_mapping} of the dynamic configuration. Texts that are no role's ARN
 * are passed over.
 */
@Single
public class ConfiguredEligibility implements EligibilitySource {
    private final ConfiguredEntitlements configured;
    private final MappingSettings settings;

    @Inject
    public ConfiguredEligibility(ConfiguredEntitlements configured, MappingSettings settings) {
        this.configured = configured;
        this.settings = settings;
    }

    @Override
    public List<Entitlement> of(Caller caller) {
        List<Entitlement> found = new ArrayList<>();
        if (!settings.dynamicConfiguration()) {
            return found;
        }
        Map<String, ConfiguredEntitlements.RolesOf> all = configured.current();
        all.forEach(
                (identity, roles) -> {
                    if (identity.toLowerCase(Locale.ROOT).equals(caller.user().key())) {
                        add(roles, new Reason.Named(), found);
                    }
                });
        for (GroupName group : caller.groups()) {
            ConfiguredEntitlements.RolesOf roles = all.get(group.value());
            if (roles != null) {
                add(roles, new Reason.InGroup(group), found);
            }
        }
        return found;
    }

    private static void add(
            ConfiguredEntitlements.RolesOf roles, Reason reason, List<Entitlement> into) {
        add(roles.roles(), Surface.CONSOLE, reason, into);
        add(roles.cliOnlyRoles(), Surface.CLI, reason, into);
    }

    private static void add(
            Set<String> arns, Surface surface, Reason reason, List<Entitlement> into) {
        for (String arn : arns) {
            RoleArn.tryParse(arn)
                    .ifPresent(
                            role ->
                                    into.add(
                                            new Entitlement(
                                                    role, surface, reason, Optional.empty())));
        }
    }
}
