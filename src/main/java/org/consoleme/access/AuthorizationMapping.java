package org.consoleme.access;

import java.util.Map;
import java.util.Set;

/**
 * ConsoleMe's credential authorization mapping: identity (user or group, as written) to role ARNs.
 *
 * @param authorized console and CLI
 * @param cliOnly CLI alone
 */
public record AuthorizationMapping(
        Map<String, Set<String>> authorized, Map<String, Set<String>> cliOnly) {
    public static final AuthorizationMapping EMPTY = new AuthorizationMapping(Map.of(), Map.of());
}
