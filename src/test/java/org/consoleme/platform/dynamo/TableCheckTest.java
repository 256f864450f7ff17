package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.operations.Check;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a table is described: DynamoDB limits it, and DynamoDB Local counts all items. */
class TableCheckTest {
    private final ScriptedDynamo server = new ScriptedDynamo();
    private final DynamoDatabase dynamo = server.database();
    private final SettableClock clock = SettableClock.atNoon();
    private final Check check = TableCheck.of(dynamo, clock, TestDynamo.TABLES.grants(), false);

    @BeforeEach
    void theTableIsAsItShouldBe() {
        TableDefinition grants = TestDynamo.TABLES.grants();
        StringBuilder indexes = new StringBuilder();
        grants.indexes()
                .forEach(
                        index ->
                                indexes.append(indexes.isEmpty() ? "" : ",")
                                        .append(
                                                "{\"IndexName\":\"%s\",\"IndexStatus\":\"ACTIVE\"}"
                                                        .formatted(index.name())));
        server.then(
                "DescribeTable",
                """
                {"Table":{"TableName":"%1$s","TableStatus":"ACTIVE",
                "KeySchema":[{"AttributeName":"%2$s","KeyType":"HASH"}],
                "AttributeDefinitions":[{"AttributeName":"%2$s","AttributeType":"S"}],
                "GlobalSecondaryIndexes":[%3$s]}}"""
                        .formatted(grants.name(), grants.hash().name(), indexes));
    }

    @AfterEach
    void stop() {
        dynamo.close();
        server.close();
    }

    @Test
    void aTableFoundAsItShouldBeIsOnlyReadForTenMinutes() {
        server.then("GetItem", "{}");

        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));
        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));
        clock.advance(TableCheck.DESCRIBED_AGAIN_AFTER.minus(Duration.ofSeconds(1)));
        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));

        assertThat(server.asked())
                .containsExactly("DescribeTable", "GetItem", "GetItem", "DescribeTable");
    }

    @Test
    void aTableThatMayNotBeReadIsDescribedEachTime() {
        server.thenError("GetItem", "AccessDeniedException", "not authorized");

        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));
        assertThat(check.look()).isEqualTo(Check.Finding.up("ACTIVE"));

        assertThat(server.asked()).containsExactly("DescribeTable", "GetItem", "DescribeTable");
    }
}
