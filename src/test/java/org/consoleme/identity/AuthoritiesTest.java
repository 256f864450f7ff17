package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

class AuthoritiesTest {
    private static final UserId ANN = new UserId("Ann@example.com");

    private String dynamic = "";

    @Test
    void nobodyHasAnAuthorityByDefault() {
        Authorities authorities = authorities("");
        assertThat(authorities.canAdmin(ANN, groups("admins"))).isFalse();
        assertThat(authorities.canAdminPolicies(ANN, groups("admins"))).isFalse();
        assertThat(authorities.canCreateRoles(ANN, groups("admins"))).isFalse();
        assertThat(authorities.canDeletePrincipals(ANN, groups("admins"))).isFalse();
    }

    @Test
    void applicationAdminMayDoEverythingAsUserOrGroup() {
        assertThat(authorities("application_admin: ann@example.com").canCreateRoles(ANN, Set.of()))
                .isTrue();
        assertThat(
                        authorities("application_admin: admins")
                                .canDeletePrincipals(ANN, groups("admins")))
                .isTrue();
    }

    @Test
    void aGroupCountsExactlyAndAUserInAnyCase() {
        Authorities authorities = authorities("groups: {can_admin: [ANN@example.com, Admins]}");
        assertThat(authorities.canAdmin(ANN, Set.of())).isTrue();
        UserId bo = new UserId("bo@example.com");
        assertThat(authorities.canAdmin(bo, groups("Admins"))).isTrue();
        assertThat(authorities.canAdmin(bo, groups("admins"))).isFalse();
    }

    @Test
    void staticAndDynamicListsAreUnited() {
        dynamic = "groups: {can_create_roles: [dynamic], can_delete_roles: [cleaners]}";
        Authorities authorities = authorities("groups: {can_create_roles: static}");
        assertThat(authorities.canCreateRoles(ANN, groups("static"))).isTrue();
        assertThat(authorities.canCreateRoles(ANN, groups("dynamic"))).isTrue();
        assertThat(authorities.canDeletePrincipals(ANN, groups("cleaners"))).isTrue();
        assertThat(authorities.canAdmin(ANN, groups("static", "dynamic", "cleaners"))).isFalse();
    }

    @Test
    void defect3_anAuthorityEndsWithTheDynamicConfigurationThatGaveIt() {
        dynamic = "groups: {can_admin: [admins]}";
        Authorities authorities = authorities("");
        assertThat(authorities.canAdmin(ANN, groups("admins"))).isTrue();
        dynamic = "";
        assertThat(authorities.canAdmin(ANN, groups("admins"))).isFalse();
    }

    @Test
    void entriesThatAreNoNamesMatchNobody() {
        dynamic = "groups: {can_admin: ['" + "x".repeat(300) + "']}";
        assertThat(authorities("groups: {can_admin: ['', '  ']}").canAdmin(ANN, groups("a")))
                .isFalse();
    }

    @Test
    void aWrongListStopsTheStart() {
        assertThatThrownBy(() -> authorities("groups: {can_admin: {a: b}}"))
                .hasMessageStartingWith("groups.can_admin: expected text");
        assertThatThrownBy(() -> authorities("groups: {can_admin: ['*']}"))
                .hasMessageStartingWith("groups.can_admin: names users and groups");
    }

    private Authorities authorities(String yaml) {
        return new Authorities(
                YamlConfiguration.ofYaml(yaml),
                () -> DynamicConfigurationText.parsed(dynamic, "ann", Instant.EPOCH));
    }

    private static Set<GroupName> groups(String... names) {
        return Arrays.stream(names).map(GroupName::new).collect(Collectors.toSet());
    }
}
