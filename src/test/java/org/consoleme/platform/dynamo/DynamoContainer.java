package org.consoleme.platform.dynamo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.consoleme.testing.ComposeContainer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The DynamoDB Local of docker-compose-dependencies.yaml. */
final class DynamoContainer {
    private DynamoContainer() {}

    static ComposeContainer create() {
        return new ComposeContainer(
                "dynamodb",
                8000,
                "-jar",
                "DynamoDBLocal.jar",
                "-sharedDb",
                "-inMemory",
                "-disableTelemetry");
    }

    /** A database with these tables in it, new. */
    static DynamoDatabase with(URI address, TableDefinition... tables) {
        DynamoDatabase database = TestDynamo.database(address);
        List<String> there = database.ask(client -> client.listTables().tableNames());
        for (TableDefinition table : tables) {
            if (there.contains(table.name())) {
                database.ask(
                        client -> client.deleteTable(delete -> delete.tableName(table.name())));
            }
            database.ask(client -> client.createTable(TableAdministration.request(table)));
        }
        return database;
    }

    static List<Map<String, AttributeValue>> rows(DynamoDatabase database, TableDefinition table) {
        return database.ask(
                client ->
                        client.scanPaginator(scan -> scan.tableName(table.name())).items().stream()
                                .toList());
    }
}
