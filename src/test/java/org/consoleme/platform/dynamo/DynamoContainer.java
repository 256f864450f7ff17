package org.consoleme.platform.dynamo;

import java.net.URI;
import org.consoleme.testing.ComposeContainer;

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

    /** A database with this one table in it, new. */
    static DynamoDatabase with(URI address, TableDefinition table) {
        DynamoDatabase database = TestDynamo.database(address);
        boolean there =
                database.ask(client -> client.listTables().tableNames()).contains(table.name());
        if (there) {
            database.ask(client -> client.deleteTable(delete -> delete.tableName(table.name())));
        }
        database.ask(client -> client.createTable(TableAdministration.request(table)));
        return database;
    }
}
