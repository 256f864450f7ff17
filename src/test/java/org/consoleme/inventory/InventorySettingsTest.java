package org.consoleme.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.IamObjects.role;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.testing.IamObjects;
import org.junit.jupiter.api.Test;

class InventorySettingsTest {
    private static final String ROLE_TAGS = "cloud_credential_authorization_mapping.role_tags.";

    @Test
    void everyDefaultIsPinned() {
        assertThat(InventorySettings.from(MapConfiguration.empty()))
                .isEqualTo(
                        new InventorySettings(
                                List.of(),
                                new AllowedRoles(Set.of(), Set.of(), Map.of()),
                                new AccessTags(
                                        true, List.of(), List.of(), Optional.empty(), false)));
    }

    @Test
    void theOwnerIsTheFirstConfiguredTagThatTheRoleHas() {
        InventorySettings settings = settings(Map.of("aws.tags.owner", List.of("team", "owner")));

        assertThat(settings.owner(role("111111111111", "a", Map.of("owner", "bo", "team", "core"))))
                .contains("core");
        assertThat(settings.owner(role("111111111111", "a", Map.of("owner", "bo")))).contains("bo");
    }

    @Test
    void identitiesAreTheTagsPartsBetweenColons() {
        AccessTags tags = settings(Map.of(ROLE_TAGS + "authorized_groups_tags", "auth")).access();

        assertThat(
                        tags.webIdentities(
                                role("111111111111", "a", Map.of("auth", "Finops:bo@example.com"))))
                .containsExactlyInAnyOrder("Finops", "bo@example.com");
    }

    @Test
    void anEmptyPartNamesNobody() {
        AccessTags tags = settings(Map.of(ROLE_TAGS + "authorized_groups_tags", "auth")).access();

        assertThat(tags.webIdentities(role("111111111111", "a", Map.of("auth", ":a:: :"))))
                .containsExactly("a");
        assertThat(tags.webIdentities(role("111111111111", "a", Map.of("auth", "")))).isEmpty();
    }

    @Test
    void partsAreNotTrimmedBecauseConsoleMeNeverMatchedThemTrimmed() {
        AccessTags tags = settings(Map.of(ROLE_TAGS + "authorized_groups_tags", "auth")).access();

        assertThat(tags.webIdentities(role("111111111111", "a", Map.of("auth", "a: b"))))
                .containsExactlyInAnyOrder("a", " b");
    }

    @Test
    void identitiesAreLowerCaseWhereGroupsAreForcedToBe() {
        AccessTags tags =
                settings(
                                Map.of(
                                        ROLE_TAGS + "authorized_groups_cli_only_tags",
                                        "cli",
                                        "auth.force_groups_lowercase",
                                        true))
                        .access();

        assertThat(tags.cliIdentities(role("111111111111", "a", Map.of("cli", "FinOps"))))
                .containsExactly("finops");
    }

    @Test
    void tagsCountOnlyWhereTheTrustPolicyNamesTheRequiredEntity() {
        AccessTags tags =
                settings(
                                Map.of(
                                        ROLE_TAGS + "authorized_groups_tags",
                                        "auth",
                                        ROLE_TAGS + "required_trust_policy_entity",
                                        "Role/HUB"))
                        .access();

        assertThat(
                        tags.webIdentities(
                                role("111111111111", "a", Map.of("auth", "x"), "{arn:role/hub}")))
                .containsExactly("x");
        assertThat(
                        tags.webIdentities(
                                role("111111111111", "a", Map.of("auth", "x"), "{arn:role/other}")))
                .isEmpty();
    }

    @Test
    void roleTagsCanBeSwitchedOff() {
        AccessTags tags =
                settings(
                                Map.of(
                                        ROLE_TAGS + "authorized_groups_tags",
                                        "auth",
                                        ROLE_TAGS + "enabled",
                                        false))
                        .access();

        assertThat(tags.webIdentities(role("111111111111", "a", Map.of("auth", "x")))).isEmpty();
    }

    @Test
    void aRoleIsAllowedByItsArnOrATagKeyOrAllTags() {
        AllowedRoles allowed =
                settings(
                                Map.of(
                                        "roles.allowed_arns",
                                        List.of("arn:aws:iam::111111111111:role/listed"),
                                        "roles.allowed_tag_keys",
                                        List.of("managed"),
                                        "roles.allowed_tags",
                                        Map.of("a", "1", "b", "2")))
                        .allowed();

        assertThat(allowed.allows(role("111111111111", "listed", Map.of()))).isTrue();
        assertThat(allowed.allows(role("111111111111", "x", Map.of("managed", "")))).isTrue();
        assertThat(allowed.allows(role("111111111111", "x", Map.of("a", "1", "b", "2", "c", "3"))))
                .isTrue();
        assertThat(allowed.allows(role("111111111111", "x", Map.of("a", "1")))).isFalse();
        assertThat(allowed.allows(role("111111111111", "x", Map.of("a", "1", "b", "3")))).isFalse();
    }

    @Test
    void usersAreNotSubjectToTheRoleRules() {
        AllowedRoles allowed = settings(Map.of("roles.allowed_arns", "other")).allowed();

        assertThat(
                        allowed.allows(
                                IamObjects.other(
                                        IamObject.Kind.USER,
                                        "123456789012",
                                        "arn:aws:iam::123456789012:user/bo",
                                        Map.of())))
                .isTrue();
    }

    private static InventorySettings settings(Map<String, Object> values) {
        return InventorySettings.from(new MapConfiguration(values));
    }
}
