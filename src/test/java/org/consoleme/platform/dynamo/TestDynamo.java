package org.consoleme.platform.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** A database with these tables in it, ready. */
    static DynamoDatabase with(TableDefinition... tables) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            for (TableDefinition table : tables) {
                if (!client.listTables().tableNames().contains(table.name())) {
                    client.createTable(TableAdministration.request(table));
                }
            }
        }
        return database();
    }

    /** A database with the tables in it that requests are in, ConsoleMe's own among them. */
    static DynamoDatabase withRequests() {
        return with(
                TABLES.requestState(),
                TABLES.auditEvents(),
                TABLES.outbox(),
                policyRequests(Optional.empty()));
    }

    static void drop(String table) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.deleteTable(delete -> delete.tableName(table));
        }
    }

    /** ConsoleMe's table of requests; its own script gave it one key, its CDK a second one. */
    static TableDefinition policyRequests(Optional<String> secondKey) {
        return new TableDefinition(
                "consoleme_policy_requests",
                "aws.policy_requests_dynamo_table",
                "",
                TableDefinition.KeyAttribute.text("request_id"),
                secondKey.map(TableDefinition.KeyAttribute::text),
                List.of(),
                Optional.empty());
    }

    static void put(String table, Map<String, AttributeValue> item) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            client.putItem(put -> put.tableName(table).item(item));
        }
    }

    /** An item as the recordings write it: attribute name to type and value. */
    static Map<String, AttributeValue> item(JsonNode recorded) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        recorded.properties()
                .forEach(field -> item.put(field.getKey(), attribute(field.getValue())));
        return item;
    }

    private static AttributeValue attribute(JsonNode typed) {
        Map.Entry<String, JsonNode> field = typed.properties().iterator().next();
        JsonNode value = field.getValue();
        return switch (field.getKey()) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "NULL" -> AttributeValue.fromNul(true);
            case "M" -> AttributeValue.fromM(item(value));
            case "L" -> {
                List<AttributeValue> members = new ArrayList<>();
                value.forEach(member -> members.add(attribute(member)));
                yield AttributeValue.fromL(members);
            }
            default -> throw new IllegalArgumentException(field.getKey());
        };
    }

    static List<Map<String, AttributeValue>> rows(String table) {
        try (DynamoDbClient client = DynamoLocalExtension.client()) {
            return client.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
        }
    }
}
