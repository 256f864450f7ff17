package org.consoleme.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Settings;

/**
 * What the refresh keeps and how it reads tags.
 *
 * @param ownerTags {@code aws.tags.owner}, one or several; earlier names win
 * @param allowed {@code roles.allowed_*}
 * @param access {@code cloud_credential_authorization_mapping.role_tags}
 */
public record InventorySettings(List<String> ownerTags, AllowedRoles allowed, AccessTags access)
        implements Settings {
    private static final String ROLE_TAGS = "cloud_credential_authorization_mapping.role_tags.";

    public InventorySettings {
        ownerTags = List.copyOf(ownerTags);
    }

    public static InventorySettings from(Configuration configuration) {
        return new InventorySettings(
                configuration.list("aws.tags.owner"),
                new AllowedRoles(
                        configuration.list("roles.allowed_arns"),
                        configuration.list("roles.allowed_tag_keys"),
                        texts(configuration.map("roles.allowed_tags"))),
                new AccessTags(
                        configuration.flag(ROLE_TAGS + "enabled", true),
                        configuration.list(ROLE_TAGS + "authorized_groups_tags"),
                        configuration.list(ROLE_TAGS + "authorized_groups_cli_only_tags"),
                        trustEntity(configuration),
                        configuration.flag("auth.force_groups_lowercase", false)));
    }

    /** The first owner tag that the object has. */
    Optional<String> owner(IamObject object) {
        return ownerTags.stream()
                .filter(object.tags()::containsKey)
                .findFirst()
                .map(object.tags()::get);
    }

    private static Optional<String> trustEntity(Configuration configuration) {
        return configuration
                .text(ROLE_TAGS + "required_trust_policy_entity")
                .filter(text -> !text.isEmpty());
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, value == null ? "" : value.toString()));
        return texts;
    }
}
