package org.consoleme.access;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;

/** Draws an {@link AuthorizationMapping} together from role tags and from the configuration. */
final class MappingBuilder {
    private final Map<String, Set<String>> authorized = new HashMap<>();
    private final Map<String, Set<String>> cliOnly = new HashMap<>();

    MappingBuilder add(AccountIndex index) {
        for (IndexedRole role : index.roles()) {
            String arn = role.arn().toString();
            role.webIdentities().forEach(identity -> add(authorized, identity, arn));
            role.cliIdentities().forEach(identity -> add(cliOnly, identity, arn));
        }
        return this;
    }

    MappingBuilder add(Map<String, ConfiguredEntitlements.RolesOf> configured) {
        configured.forEach(
                (identity, roles) -> {
                    roles.roles().forEach(arn -> add(authorized, identity, arn));
                    roles.cliOnlyRoles().forEach(arn -> add(cliOnly, identity, arn));
                });
        return this;
    }

    AuthorizationMapping build() {
        return new AuthorizationMapping(authorized, cliOnly);
    }

    /** Each fact of a mapping by itself. */
    static Set<Entry> entries(AuthorizationMapping mapping) {
        Set<Entry> entries = new LinkedHashSet<>();
        mapping.authorized()
                .forEach((who, roles) -> roles.forEach(r -> entries.add(new Entry(who, r, false))));
        mapping.cliOnly()
                .forEach((who, roles) -> roles.forEach(r -> entries.add(new Entry(who, r, true))));
        return entries;
    }

    private static void add(Map<String, Set<String>> to, String identity, String arn) {
        to.computeIfAbsent(identity, any -> new TreeSet<>()).add(arn);
    }

    record Entry(String identity, String role, boolean cliOnly) {}
}
