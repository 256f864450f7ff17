package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.consoleme.operations.Check;
import org.consoleme.testing.DynamoLocalExtension;
import org.consoleme.testing.OnDynamoLocal;
import org.consoleme.testing.RedisServerExtension;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@OnDynamoLocal
class TablesIT {
    private static final Clock CLOCK = SettableClock.atNoon();

    private static Check check(DynamoDatabase dynamo) {
        return TableCheck.of(dynamo, CLOCK, TestDynamo.TABLES.auditEvents(), true);
    }

    private static Check policyRequests(DynamoDatabase dynamo) {
        return TableCheck.of(
                dynamo, CLOCK, ConsoleMeTables.from(TestDynamo.CONFIGURATION).policyRequests());
    }

    private static void create(String table, List<String> keys) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.createTable(
                    create ->
                            create.tableName(table)
                                    .billingMode(BillingMode.PAY_PER_REQUEST)
                                    .attributeDefinitions(
                                            keys.stream()
                                                    .map(
                                                            key ->
                                                                    AttributeDefinition.builder()
                                                                            .attributeName(key)
                                                                            .attributeType("S")
                                                                            .build())
                                                    .toList())
                                    .keySchema(
                                            keys.stream()
                                                    .map(
                                                            key ->
                                                                    KeySchemaElement.builder()
                                                                            .attributeName(key)
                                                                            .keyType(
                                                                                    key.equals(
                                                                                                    keys
                                                                                                            .getFirst())
                                                                                            ? KeyType
                                                                                                    .HASH
                                                                                            : KeyType
                                                                                                    .RANGE)
                                                                            .build())
                                                    .toList()));
        }
    }

    @Test
    void missingTablesAreCreatedWithIndexesAndTtl() {
        DynamoDatabase dynamo = TestDynamo.database();
        TableSetup setup =
                new TableSetup(dynamo, TestDynamo.TABLES.all(), Thread.ofVirtual().factory());

        setup.onStart("started");

        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    client.describeTimeToLive(
                                                                    ttl ->
                                                                            ttl.tableName(
                                                                                    "consoleme_sign_ins"))
                                                            .timeToLiveDescription()
                                                            .timeToLiveStatus())
                                            .isEqualTo(TimeToLiveStatus.ENABLED));
            assertThat(client.listTables().tableNames()).hasSize(8);
            assertThat(
                            client.describeTable(table -> table.tableName("consoleme_audit_events"))
                                    .table()
                                    .globalSecondaryIndexes())
                    .extracting(index -> index.indexName())
                    .containsExactly("by_actor");
        }
        assertThat(check(dynamo).look()).isEqualTo(Check.Finding.up("ACTIVE"));
        setup.close();
        dynamo.close();
    }

    @Test
    void indexesThatATableLacksAreNamedAndAdded() {
        // Given: a table with the right key, and nothing else
        DynamoDatabase dynamo = TestDynamo.database();
        TableDefinition table = TestDynamo.TABLES.requestState();
        create(table.name(), List.of("request_id"));
        Check check = TableCheck.of(dynamo, CLOCK, table, true);
        Check.Finding before = check.look();

        // When
        TableAdministration administration = new TableAdministration(dynamo);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> administration.provide(table));

        // Then
        assertThat(before.state()).isEqualTo(Check.State.DOWN);
        assertThat(before.toString()).contains("by_time");
        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));
        dynamo.close();
    }

    @Test
    void aMissingTableOfOursIsDownAndShowsItsTerraform() {
        DynamoDatabase dynamo = TestDynamo.database();

        Check.Finding found = check(dynamo).look();

        assertThat(found.state()).isEqualTo(Check.State.DOWN);
        assertThat(found.todo().orElseThrow())
                .contains("resource \"aws_dynamodb_table\" \"consoleme_audit_events\"");
        dynamo.close();
    }

    @Test
    void aTableWithAnotherKeyIsDown() {
        create("consoleme_audit_events", List.of("id"));
        DynamoDatabase dynamo = TestDynamo.database();

        assertThat(check(dynamo).look().state()).isEqualTo(Check.State.DOWN);
        dynamo.close();
    }

    @Test
    void aTableThatGoesAwayAfterItWasSeenIsDownAtTheNextLook() {
        DynamoDatabase dynamo = TestDynamo.database();
        create("consoleme_policy_requests", List.of("request_id", "arn"));
        Check check = policyRequests(dynamo);
        assertThat(check.look().state()).isEqualTo(Check.State.UP);
        assertThat(check.look().state()).isEqualTo(Check.State.UP);

        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.deleteTable(delete -> delete.tableName("consoleme_policy_requests"));
        }

        assertThat(check.look().state()).isEqualTo(Check.State.OFF);
        dynamo.close();
    }

    @Test
    void aMissingTableOfConsoleMesIsOff() {
        DynamoDatabase dynamo = TestDynamo.database();

        assertThat(policyRequests(dynamo).look().state()).isEqualTo(Check.State.OFF);
        dynamo.close();
    }

    @Test
    void bothKeysOfThePolicyRequestsAreKnown() {
        DynamoDatabase dynamo = TestDynamo.database();
        create("consoleme_policy_requests", List.of("request_id"));
        assertThat(policyRequests(dynamo).look().state()).isEqualTo(Check.State.UP);
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.deleteTable(delete -> delete.tableName("consoleme_policy_requests"));
        }

        create("consoleme_policy_requests", List.of("request_id", "arn"));

        assertThat(policyRequests(dynamo).look().state()).isEqualTo(Check.State.UP);
        dynamo.close();
    }

    @Test
    void aDynamoDbThatIsGoneIsDown() {
        DynamoDatabase gone =
                TestDynamo.database(
                        URI.create("http://127.0.0.1:" + RedisServerExtension.freePort()));

        assertThat(check(gone).look().state()).isEqualTo(Check.State.DOWN);
        gone.close();
    }
}
