package org.consoleme.access;

import java.util.Map;
import java.util.Set;

/**
 * The dynamic configuration's {@code group_mapping}: roles by identity, as written. Nothing
 * validates the ARNs.
 */
public interface ConfiguredEntitlements {

    /**
     * Identity (user or group) to its roles; empty if the configuration is.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} as long as a stored
     *     configuration may exist that was not read yet: not knowing is not the same as empty
     */
    Map<String, RolesOf> current();

    /**
     * @param roles console and CLI
     * @param cliOnlyRoles CLI alone
     */
    record RolesOf(Set<String> roles, Set<String> cliOnlyRoles) {
        public RolesOf {
            roles = Set.copyOf(roles);
            cliOnlyRoles = Set.copyOf(cliOnlyRoles);
        }
    }
}
