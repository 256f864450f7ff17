package org.consoleme.platform.dynamo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.testing.DynamoLocalExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The product's client on DynamoDB Local, and our tables in it. */
final class TestDynamo {
    static final MapConfiguration CONFIGURATION = MapConfiguration.empty();
    static final DynamoTables TABLES = DynamoTables.from(CONFIGURATION);

    private TestDynamo() {}

    static DynamoDatabase database() {
        return database(DynamoLocalExtension.endpoint());
    }

    static DynamoDatabase database(URI endpoint) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        return new DynamoDatabase(
                DynamoSettings.from(
                        MapConfiguration.empty()
                                .with("dynamodb_server", endpoint.toString())
                                .with("dynamodb.call_timeout_ms", 5000),
                        new ProcessRegion("us-east-1")));
    }

    /** A database with this table in it, ready. */
    static DynamoDatabase with(TableDefinition table) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            if (!client.listTables().tableNames().contains(table.name())) {
                client.createTable(TableAdministration.request(table));
            }
        }
        return database();
    }

    static List<Map<String, AttributeValue>> rows(String table) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            return client.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
        }
    }
}
