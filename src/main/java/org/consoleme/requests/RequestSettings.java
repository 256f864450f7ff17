package org.consoleme.requests;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Settings;
import org.consoleme.shared.UserId;

/**
 * What the configuration says about requests.
 *
 * @param mayBypassApproval {@code requests.may_bypass_approval}: users and groups who may decide
 *     what they asked for themselves, if they may decide at all; nobody by default
 * @param justificationRequired {@code requests.justification_required}
 * @param protectedRoles {@code policies.protected_roles}: ARNs or names of roles that nobody can
 *     ask for or change, exact or a beginning with {@code *} after it
 * @param spokeRoles names of our own roles in the accounts, from {@code policies.role_name} and
 *     {@code policies.role_name_overrides}; protected everywhere
 */
public record RequestSettings(
        List<String> mayBypassApproval,
        boolean justificationRequired,
        List<String> protectedRoles,
        Set<String> spokeRoles)
        implements Settings {
    private static final String BYPASS = "requests.may_bypass_approval";

    public RequestSettings {
        mayBypassApproval = List.copyOf(mayBypassApproval);
        protectedRoles = List.copyOf(protectedRoles);
        spokeRoles = Set.copyOf(spokeRoles);
        if (mayBypassApproval.contains("*")) {
            throw new Problem.Invalid(BYPASS, "names users and groups; * is neither").asException();
        }
    }

    public static RequestSettings from(Configuration configuration) {
        Set<String> spokes = new TreeSet<>();
        configuration.text("policies.role_name").ifPresent(name -> add(spokes, name));
        configuration
                .map("policies.role_name_overrides")
                .values()
                .forEach(name -> add(spokes, String.valueOf(name)));
        return new RequestSettings(
                configuration.list(BYPASS),
                configuration.flag("requests.justification_required", true),
                configuration.list("policies.protected_roles"),
                spokes);
    }

    /** A path may stand before the name. */
    private static void add(Set<String> names, String text) {
        String name = text.strip();
        if (!name.isEmpty()) {
            names.add(name.substring(name.lastIndexOf('/') + 1));
        }
    }

    boolean mayBypass(Caller caller) {
        return mayBypass(caller.user(), caller.groups());
    }

    boolean mayBypass(UserId user, Set<GroupName> groups) {
        return Authorities.isAmong(mayBypassApproval, user, groups);
    }
}
