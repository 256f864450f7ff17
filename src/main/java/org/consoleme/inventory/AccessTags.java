package org.consoleme.inventory;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a role's tags say who may use it: the value of such a tag is a list of users and groups with
 * colons between. Parts are taken as written, blanks and all; an empty one names nobody.
 *
 * @param web tag keys that allow console and CLI
 * @param cliOnly tag keys that allow the CLI only
 * @param trustEntity text that the trust policy must contain, in any case, for the tags to count
 * @param lowerCase identities count in lower case
 */
public record AccessTags(
        boolean enabled,
        List<String> web,
        List<String> cliOnly,
        Optional<String> trustEntity,
        boolean lowerCase) {
    public AccessTags {
        web = List.copyOf(web);
        cliOnly = List.copyOf(cliOnly);
    }

    Set<String> webIdentities(IamObject role) {
        return identities(role, web);
    }

    Set<String> cliIdentities(IamObject role) {
        return identities(role, cliOnly);
    }

    private Set<String> identities(IamObject role, List<String> keys) {
        Set<String> identities = new HashSet<>();
        if (enabled && trusts(role)) {
            for (String key : keys) {
                for (String part : role.tags().getOrDefault(key, "").split(":", -1)) {
                    if (!part.isBlank()) {
                        identities.add(lowerCase ? part.toLowerCase(Locale.ROOT) : part);
                    }
                }
            }
        }
        return identities;
    }

    private boolean trusts(IamObject role) {
        String trust = role.role().map(IamObject.RoleDetails::trustPolicy).orElse("");
        return trustEntity
                .map(text -> trust.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }
}
