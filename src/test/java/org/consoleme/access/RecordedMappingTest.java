package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountSettings;
import org.consoleme.accounts.AccountsToRead;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryAuthorizationMappings;
import org.consoleme.fakes.InMemoryIamArchive;
import org.consoleme.fakes.InMemoryIamCache;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.fakes.ScriptedIamReader;
import org.consoleme.inventory.IamObject;
import org.consoleme.inventory.InventorySettings;
import org.consoleme.inventory.RefreshAccount;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** From the roles that a real ConsoleMe recorded to the mappings that it made of them. */
class RecordedMappingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MapConfiguration CONFIGURATION =
            new MapConfiguration(
                    Map.of(
                            "cloud_credential_authorization_mapping.role_tags.authorized_groups_tags",
                            List.of("consoleme-authorized"),
                            "cloud_credential_authorization_mapping.role_tags.authorized_groups_cli_only_tags",
                            List.of("consoleme-authorized-cli-only"),
                            "aws.tags.owner",
                            List.of("owner")));

    @Test
    void theRecordedRolesGiveTheRecordedMappings() throws IOException {
        SettableClock clock = SettableClock.atNoon();
        InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        InMemoryAuthorizationMappings mappings = new InMemoryAuthorizationMappings();
        Map<String, List<IamObject>> byAccount = recordedRoles();
        List<Account> accounts = new ArrayList<>();
        ScriptedIamReader reader = new ScriptedIamReader();
        byAccount.forEach(
                (id, objects) -> {
                    Account account = InMemoryAccounts.account(id, "account " + id);
                    accounts.add(account);
                    reader.holds(account.id(), objects, 2);
                    new RefreshAccount(
                                    reader,
                                    new InMemoryIamCache(),
                                    new InMemoryIamArchive(),
                                    indexes,
                                    InventorySettings.from(CONFIGURATION),
                                    clock)
                            .handle(account, () -> false);
                });
        MappingSettings settings = MappingSettings.from(CONFIGURATION);

        new PublishAuthorizationMapping(
                        new AccountsToRead(
                                InMemoryAccounts.of(
                                        Instant.EPOCH, accounts.toArray(new Account[0])),
                                AccountSettings.from(CONFIGURATION)),
                        indexes,
                        RecordedMappingTest::recordedEntitlements,
                        mappings,
                        settings,
                        new DropGuard(settings),
                        clock)
                .handle(false);

        AuthorizationMapping published = mappings.last().orElseThrow().mapping();
        JsonNode recorded = JSON.readTree(value("CREDENTIAL_AUTHORIZATION_MAPPING_V1").asText());
        assertThat(published.authorized()).isEqualTo(without(sets(recorded, "authorized_roles")));
        assertThat(published.cliOnly())
                .isEqualTo(without(sets(recorded, "authorized_roles_cli_only")));
        JsonNode reverse = JSON.readTree(value("REVERSE_AUTHORIZATION_MAPPING_V1").asText());
        Map<String, Set<String>> expected = new HashMap<>();
        reverse.properties().forEach(e -> expected.put(e.getKey(), texts(e.getValue())));
        assertThat(published.reverse()).isEqualTo(expected);
    }

    private static Map<String, List<IamObject>> recordedRoles() throws IOException {
        Map<String, List<IamObject>> roles = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : value("IAM_ROLE_CACHE").properties()) {
            JsonNode entry = JSON.readTree(field.getValue().asText());
            String document = entry.get("policy").asText();
            JsonNode policy = JSON.readTree(document);
            Map<String, String> tags = new HashMap<>();
            policy.path("Tags")
                    .forEach(tag -> tags.put(tag.get("Key").asText(), tag.get("Value").asText()));
            String account = entry.get("accountId").asText();
            roles.computeIfAbsent(account, any -> new ArrayList<>())
                    .add(
                            new IamObject(
                                    IamObject.Kind.ROLE,
                                    field.getKey(),
                                    entry.get("name").asText(),
                                    entry.get("resourceId").asText(),
                                    new AccountId(account),
                                    document,
                                    () -> document,
                                    tags,
                                    Optional.of(
                                            new IamObject.RoleDetails(
                                                    Duration.ofHours(1),
                                                    Optional.empty(),
                                                    policy.path("AssumeRolePolicyDocument")
                                                            .toString()))));
        }
        return roles;
    }

    private static Map<String, ConfiguredEntitlements.RolesOf> recordedEntitlements() {
        try {
            Map<String, ConfiguredEntitlements.RolesOf> all = new HashMap<>();
            JsonNode mapping =
                    JSON.readTree(value("DYNAMIC_CONFIG_CACHE").asText()).get("group_mapping");
            mapping.properties()
                    .forEach(
                            entry ->
                                    all.put(
                                            entry.getKey(),
                                            new ConfiguredEntitlements.RolesOf(
                                                    texts(entry.getValue().path("roles")),
                                                    texts(
                                                            entry.getValue()
                                                                    .path("cli_only_roles")))));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode value(String key) throws IOException {
        try (InputStream in =
                RecordedMappingTest.class.getResourceAsStream("/golden/jobs/" + key + ".json")) {
            return JSON.readTree(in).get("value");
        }
    }

    private static Map<String, Set<String>> sets(JsonNode mapping, String field) {
        Map<String, Set<String>> sets = new HashMap<>();
        mapping.properties()
                .forEach(entry -> sets.put(entry.getKey(), texts(entry.getValue().get(field))));
        return sets;
    }

    /** ConsoleMe names an identity even where one of its two sets is empty. */
    private static Map<String, Set<String>> without(Map<String, Set<String>> sets) {
        sets.values().removeIf(Set::isEmpty);
        return sets;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
