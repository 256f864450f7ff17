package org.consoleme.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * ConsoleMe's credential authorization mapping: identity (user or group, as written) to role ARNs.
 *
 * @param authorized console and CLI
 * @param cliOnly CLI alone
 */
public record AuthorizationMapping(
        Map<String, Set<String>> authorized, Map<String, Set<String>> cliOnly) {
    public static final AuthorizationMapping EMPTY = new AuthorizationMapping(Map.of(), Map.of());

    /** Role ARN in lower case to the identities of both kinds: ConsoleMe's reverse mapping. */
    public Map<String, Set<String>> reverse() {
        Map<String, Set<String>> reverse = new TreeMap<>();
        for (Map<String, Set<String>> kind : List.of(authorized, cliOnly)) {
            kind.forEach(
                    (identity, roles) ->
                            roles.forEach(
                                    role ->
                                            reverse.computeIfAbsent(
                                                            role.toLowerCase(Locale.ROOT),
                                                            any -> new TreeSet<>())
                                                    .add(identity)));
        }
        return reverse;
    }
}
