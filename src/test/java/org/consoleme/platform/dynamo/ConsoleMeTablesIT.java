package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IamObject;
import org.consoleme.platform.config.DynamicConfigurationSource;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.DynamoLocalExtension;
import org.consoleme.testing.Golden;
import org.consoleme.testing.OnDynamoLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class ConsoleMeTablesIT {
    private final DynamoDatabase dynamo = TestDynamo.database();

    @AfterEach
    void close() {
        dynamo.close();
    }

    private static void create(String table, String hash, Optional<String> range) {
        TableDefinition definition =
                new TableDefinition(
                        table,
                        "",
                        "",
                        TableDefinition.KeyAttribute.text(hash),
                        range.map(TableDefinition.KeyAttribute::text),
                        List.of(),
                        Optional.empty());
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.createTable(TableAdministration.request(definition));
        }
    }

    private static void put(String table, Map<String, AttributeValue> item) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.putItem(put -> put.tableName(table).item(item));
        }
    }

    private static IamCache.Entry entry(Map<String, AttributeValue> row) {
        IamObject role =
                new IamObject(
                        IamObject.Kind.ROLE,
                        row.get("arn").s(),
                        row.get("name").s(),
                        row.get("resourceId").s(),
                        new AccountId(row.get("accountId").s()),
                        row.get("policy").s(),
                        () -> "{}",
                        Map.of(),
                        Optional.empty());
        return new IamCache.Entry(
                role,
                Optional.ofNullable(row.get("owner").s()),
                "f",
                Instant.ofEpochSecond(Long.parseLong(row.get("ttl").n())));
    }

    @Test
    void aRoleIsWrittenAsConsoleMeWritesIt() {
        create("consoleme_iamroles_global", "arn", Optional.of("accountId"));
        for (JsonNode item : Golden.dynamoItems("consoleme_iamroles_global")) {
            Map<String, AttributeValue> row = ItemCodecTest.attributes(item);
            new DynamoIamRoles(dynamo, TestDynamo.CONFIGURATION).write(List.of(entry(row)));

            assertThat(TestDynamo.rows("consoleme_iamroles_global")).contains(row);
        }
    }

    @Test
    void rolesThatAreGoneLeaveTheTable() {
        create("consoleme_iamroles_global", "arn", Optional.of("accountId"));
        DynamoIamRoles roles = new DynamoIamRoles(dynamo, TestDynamo.CONFIGURATION);
        Map<String, AttributeValue> row =
                ItemCodecTest.attributes(
                        Golden.dynamoItems("consoleme_iamroles_global").iterator().next());
        roles.write(List.of(entry(row)));

        roles.remove(
                new AccountId(row.get("accountId").s()),
                List.of(
                        new IamCache.Gone(IamObject.Kind.ROLE, row.get("arn").s()),
                        new IamCache.Gone(IamObject.Kind.USER, "arn:aws:iam::1:user/x")));

        assertThat(TestDynamo.rows("consoleme_iamroles_global")).isEmpty();
    }

    @Test
    void aTableOfRolesOfAnotherShapeFailsNoAccount() {
        create("consoleme_iamroles_global", "somethingElse", Optional.empty());
        Map<String, AttributeValue> row =
                ItemCodecTest.attributes(
                        Golden.dynamoItems("consoleme_iamroles_global").iterator().next());

        new DynamoIamRoles(dynamo, TestDynamo.CONFIGURATION).write(List.of(entry(row)));

        assertThat(TestDynamo.rows("consoleme_iamroles_global")).isEmpty();
    }

    @Test
    void oneRowThatIsTooLargeCostsNoOtherRow() {
        create("consoleme_iamroles_global", "arn", Optional.of("accountId"));
        Map<String, AttributeValue> good =
                ItemCodecTest.attributes(
                        Golden.dynamoItems("consoleme_iamroles_global").iterator().next());
        Map<String, AttributeValue> large = new HashMap<>(good);
        large.put("arn", AttributeValue.fromS("arn:aws:iam::200000000002:role/large"));
        large.put("policy", AttributeValue.fromS("x".repeat(500_000)));

        new DynamoIamRoles(dynamo, TestDynamo.CONFIGURATION)
                .write(List.of(entry(large), entry(good)));

        assertThat(TestDynamo.rows("consoleme_iamroles_global")).containsExactly(good);
    }

    @Test
    void withoutTheTableOfRolesNothingFails() {
        Map<String, AttributeValue> row =
                ItemCodecTest.attributes(
                        Golden.dynamoItems("consoleme_iamroles_global").iterator().next());

        new DynamoIamRoles(dynamo, TestDynamo.CONFIGURATION).write(List.of(entry(row)));

        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            assertThat(client.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void theDynamicConfigurationIsReadAsConsoleMeSavedIt() {
        create("consoleme_config_global", "id", Optional.empty());
        Golden.dynamoItems("consoleme_config_global")
                .forEach(item -> put("consoleme_config_global", ItemCodecTest.attributes(item)));

        DynamicConfigurationSource.Stored stored =
                new DynamoDynamicConfiguration(dynamo, TestDynamo.CONFIGURATION)
                        .read()
                        .orElseThrow();

        assertThat(stored.updatedBy()).isEqualTo("cadmin@corp.example");
        assertThat(stored.updatedAt()).isEqualTo(Instant.ofEpochSecond(1795256623L));
        assertThat(stored.text()).contains("group_mapping:");
    }

    @Test
    void withoutTableOrItemThereIsNoDynamicConfiguration() {
        DynamoDynamicConfiguration configuration =
                new DynamoDynamicConfiguration(dynamo, TestDynamo.CONFIGURATION);
        assertThat(configuration.read()).isEmpty();

        create("consoleme_config_global", "id", Optional.empty());

        assertThat(configuration.read()).isEmpty();
    }

    @Test
    void anItemOfAnotherShapeIsNeverAnEmptyConfiguration() {
        create("consoleme_config_global", "id", Optional.empty());
        put("consoleme_config_global", Map.of("id", AttributeValue.fromS("master")));

        assertThatThrownBy(
                        () ->
                                new DynamoDynamicConfiguration(dynamo, TestDynamo.CONFIGURATION)
                                        .read())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Invalid.class));
    }
}
