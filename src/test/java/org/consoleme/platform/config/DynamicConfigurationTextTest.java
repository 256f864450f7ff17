package org.consoleme.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.DynamicConfiguration.CustomHeader;
import org.consoleme.shared.DynamicConfiguration.MappedRoles;
import org.consoleme.shared.ProblemException;

class DynamicConfigurationTextTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_256_623);

    @Example
    void everyKeyIsRead() {
        DynamicConfiguration read =
                parsed(
                        """
                        group_mapping:
                          team@example.com: {roles: [arn:aws:iam::123456789012:role/a], cli_only_roles: [b]}
                        account_ids_to_name: {"123456789012": hub, 012345670123: [prod, old name]}
                        groups: {can_admin: [admins@example.com], can_edit_config: ann@example.com}
                        custom_headers_for_group_members:
                        - {users_or_groups: [a], title: T, message: M, route: /x}
                        - {users_or_groups: b, message: N}
                        role_cache: {always_refresh_roles_cache: true, cache_expiration: 30}
                        dynamo_load_interval: 10
                        approval_rules: [{name: first}]
                        """);
        assertThat(read.groupMapping())
                .containsExactly(
                        Map.entry(
                                "team@example.com",
                                new MappedRoles(
                                        Set.of("arn:aws:iam::123456789012:role/a"), Set.of("b"))));
        assertThat(read.accountNames())
                .containsEntry(new AccountId("123456789012"), "hub")
                .containsEntry(new AccountId("012345670123"), "prod");
        assertThat(read.group("can_admin")).containsExactly("admins@example.com");
        assertThat(read.group("can_edit_config")).containsExactly("ann@example.com");
        assertThat(read.group("can_audit")).isEmpty();
        assertThat(read.headers())
                .containsExactly(
                        new CustomHeader(List.of("a"), "T", "M", "/x"),
                        new CustomHeader(List.of("b"), "", "N", ".*"));
        assertThat(read.roleCache())
                .isEqualTo(new DynamicConfiguration.RoleCache(true, Duration.ofSeconds(30)));
        assertThat(read.loadInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(read.keys().maps("approval_rules")).containsExactly(Map.of("name", "first"));
        assertThat(read.updatedAt()).contains(AT);
        assertThat(read.updatedBy()).contains("ann@example.com");
        assertThat(read.problems()).isEmpty();
    }

    @Example
    void anEmptyOrNullDocumentIsAnEmptyConfiguration() {
        for (String text : List.of("", "# all gone\n", "null", "~", "{}", "---\n")) {
            DynamicConfiguration read = parsed(text);
            assertThat(read.groups()).isEmpty();
            assertThat(read.groupMapping()).isEmpty();
            assertThat(read.loadInterval()).isEqualTo(Duration.ofSeconds(60));
            assertThat(read.problems()).isEmpty();
        }
    }

    @Example
    void aDocumentThatIsNoMapOrNoYamlIsRefused() {
        assertThatThrownBy(() -> parsed("- a")).hasMessageStartingWith("dynamic_config: is a map");
        assertThatThrownBy(() -> parsed("just text")).hasMessageContaining("is a map");
        assertThatThrownBy(() -> parsed("a: [1"))
                .hasMessageStartingWith("dynamic_config: is not valid YAML at line");
    }

    @Example
    void badEntriesAreNamedAndLeftOutAndTheOthersCount() {
        DynamicConfiguration read =
                parsed(
                        """
                        group_mapping:
                          good: {roles: [r, [bad], true]}
                          bad: just text
                          "": {roles: [r]}
                        account_ids_to_name: {prod: x, "123456789012": {a: b}, "210987654321": ok}
                        groups: {can_admin: [a, {b: c}]}
                        custom_headers_for_group_members: [{title: for nobody}, 7]
                        dynamo_load_interval: 0
                        """);
        assertThat(read.groupMapping().get("good").roles()).containsExactly("r");
        assertThat(read.groupMapping().get("bad")).isEqualTo(new MappedRoles(Set.of(), Set.of()));
        assertThat(read.groupMapping()).doesNotContainKey("");
        assertThat(read.accountNames()).isEqualTo(Map.of(new AccountId("210987654321"), "ok"));
        assertThat(read.group("can_admin")).containsExactly("a");
        assertThat(read.headers()).isEmpty();
        assertThat(read.loadInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(read.problems())
                .containsExactlyInAnyOrder(
                        "account_ids_to_name: holds something that is not an account id of 12 digits",
                        "groups.can_admin: holds something that is not text",
                        "group_mapping.good.roles: holds something that is not text",
                        "group_mapping.good.roles: holds something that is not text",
                        "group_mapping.bad: expected a map",
                        "group_mapping: a user or group has no name",
                        "account_ids_to_name.123456789012: has no name",
                        "custom_headers_for_group_members[0]: is for nobody",
                        "custom_headers_for_group_members[1]: expected a map",
                        "custom_headers_for_group_members[1]: is for nobody",
                        "dynamo_load_interval: expected 1 to 3600 seconds");
    }

    @Example
    void problemsAreBoundedAndCounted() {
        StringBuilder yaml = new StringBuilder("group_mapping:\n");
        for (int i = 0; i < 500; i++) {
            yaml.append("  g").append(i).append(": 7\n");
        }
        assertThat(parsed(yaml.toString()).problems()).hasSize(100).endsWith("and 401 more");
    }

    @Property(tries = 300)
    void anyTextIsParsedOrRefusedAndNothingElse(@ForAll String text) {
        try {
            assertThat(parsed(text).version()).hasSize(64);
        } catch (ProblemException e) {
            assertThat(e).hasMessageStartingWith("dynamic_config: ");
        }
    }

    @Example
    void theVersionIsTheSha256OfTheText() {
        assertThat(DynamicConfigurationText.version(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Example
    void whatConsoleMeStoredIsRead() throws IOException {
        JsonNode items =
                new ObjectMapper()
                        .readTree(
                                Path.of(
                                                "src/test/resources/golden/config/consoleme_config_global.json")
                                        .toFile())
                        .get("items");
        assertThat(items).hasSize(2);
        for (JsonNode item : items) {
            byte[] zlib = item.at("/config/B/base64").binaryValue();
            String text = DynamicConfigurationText.inflated(zlib);
            DynamicConfiguration read = parsed(text);
            assertThat(read.problems()).isEmpty();
            assertThat(read.groupMapping()).isNotEmpty();
            assertThat(DynamicConfigurationText.inflated(DynamicConfigurationText.deflated(text)))
                    .isEqualTo(text);
        }
    }

    private static DynamicConfiguration parsed(String text) {
        return DynamicConfigurationText.parsed(text, "ann@example.com", AT);
    }
}
