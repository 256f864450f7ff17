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
     * Whether {@link #current} rests on what is stored. Not before the stored configuration was
     * read, or found not to exist, for the first time: until then nothing may be published from it.
     */
    default boolean settled() {
        return true;
    }

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
