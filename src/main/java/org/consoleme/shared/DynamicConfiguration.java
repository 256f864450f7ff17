package org.consoleme.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators change while the server runs: one version of ConsoleMe's dynamic
 * configuration. Immutable. Entries that make no sense were left out and stand in {@link
 * #problems}.
 *
 * @param version lower-case SHA-256 of the text; what {@code existing_sha256} of the API means.
 *     Empty for the static stand-in
 * @param updatedAt absent for the static stand-in
 * @param updatedBy the user's sign-in name as it was stored
 * @param groups authority ({@code can_admin}) to users and groups; names as written
 * @param groupMapping user or group, as written, to the roles it may use
 * @param headers messages for some people
 * @param loadInterval pause between two reads; 1 s to 1 h
 * @param keys everything, for keys that have no field here; without environment
 * @param problems what was left out and why, no values; at most 100 lines, the last one says how
 *     many more
 */
public record DynamicConfiguration(
        String version,
        Optional<Instant> updatedAt,
        Optional<String> updatedBy,
        Map<String, List<String>> groups,
        Map<String, MappedRoles> groupMapping,
        Map<AccountId, String> accountNames,
        List<CustomHeader> headers,
        RoleCache roleCache,
        Duration loadInterval,
        Configuration keys,
        List<String> problems) {

    public static final Duration DEFAULT_LOAD_INTERVAL = Duration.ofSeconds(60);

    public DynamicConfiguration {
        groups = Map.copyOf(groups);
        groupMapping = Collections.unmodifiableMap(new LinkedHashMap<>(groupMapping));
        accountNames = Collections.unmodifiableMap(new LinkedHashMap<>(accountNames));
        headers = List.copyOf(headers);
        problems = List.copyOf(problems);
    }

    /**
     * Roles of one identity, as written: nothing says that such a role exists, or that the text is
     * an ARN.
     *
     * @param cliOnly not for the console
     */
    public record MappedRoles(Set<String> roles, Set<String> cliOnly) {
        public MappedRoles {
            roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
            cliOnly = Collections.unmodifiableSet(new LinkedHashSet<>(cliOnly));
        }
    }

    /**
     * A message that only some people see.
     *
     * @param usersOrGroups as written
     * @param route regular expression of pages, as written; never run on text of others
     */
    public record CustomHeader(
            List<String> usersOrGroups, String title, String message, String route) {
        public CustomHeader {
            usersOrGroups = List.copyOf(usersOrGroups);
        }
    }

    /** ConsoleMe's cache of a user's roles: read, shown, and not needed here. */
    public record RoleCache(boolean alwaysRefresh, Duration expiration) {}

    /** Users and groups with an authority; empty if nobody has it. */
    public List<String> group(String authority) {
        return groups.getOrDefault(authority, List.of());
    }
}
