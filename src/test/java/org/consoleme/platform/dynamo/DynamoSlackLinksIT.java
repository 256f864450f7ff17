package org.consoleme.platform.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consoleme.contracts.SlackLinksContract;
import org.consoleme.identity.SlackKey;
import org.consoleme.identity.SlackLinks;
import org.consoleme.shared.UserId;
import org.consoleme.testing.DynamoLocalExtension;
import org.consoleme.testing.OnDynamoLocal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@OnDynamoLocal
class DynamoSlackLinksIT extends SlackLinksContract {
    private DynamoDatabase dynamo;

    @BeforeEach
    void connect() {
        dynamo = TestDynamo.with(TestDynamo.TABLES.slackLinks());
    }

    @Override
    protected SlackLinks links() {
        return new DynamoSlackLinks(dynamo, TestDynamo.CONFIGURATION);
    }

    @Test
    void aRowOfAnotherShapeIsNobodysLink() {
        Map<String, AttributeValue> row =
                Map.of(
                        "slack_key", AttributeValue.fromS("T1#U1"),
                        "user_key", AttributeValue.fromS("x"),
                        "user", AttributeValue.fromN("7"));
        Map<String, AttributeValue> noKey =
                Map.of(
                        "slack_key", AttributeValue.fromS("not a key"),
                        "user_key", AttributeValue.fromS("x"),
                        "user", AttributeValue.fromS("x"));
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            for (Map<String, AttributeValue> item : List.of(row, noKey)) {
                client.putItem(put -> put.tableName("consoleme_slack_links").item(item));
            }
        }

        assertThat(links().personOf(new SlackKey("T1", "U1"))).isEmpty();
        assertThat(links().of(new UserId("x"))).containsExactly(new SlackKey("T1", "U1"));
    }

    @AfterEach
    void close() {
        dynamo.close();
    }
}
