package org.consoleme.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tables that an existing deployment of ConsoleMe brings along, with the keys of its own
 * script. The server never creates them, and reads none through an index.
 */
final class OriginalTables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NONE = "";
    private static final List<Table> ALL =
            List.of(
                    new Table("consoleme_iamroles_global", "arn", "accountId", NONE, true),
                    new Table("consoleme_config_global", "id", NONE, NONE, false),
                    new Table("consoleme_policy_requests", "request_id", NONE, "request_id", false),
                    new Table(
                            "consoleme_resource_cache", "resourceId", "resourceType", NONE, false),
                    new Table("consoleme_cloudtrail", "arn", "request_id", NONE, true),
                    new Table("consoleme_users_global", "username", NONE, NONE, false),
                    new Table("consoleme_notifications", "predictable_id", NONE, NONE, false));

    private OriginalTables() {}

    /** Creates those that are not there yet. */
    static void ensure(OwnDynamoDb dynamodb) {
        for (Table table : ALL) {
            if (dynamodb.call("CreateTable", table.create()) && table.expires()) {
                dynamodb.call("UpdateTimeToLive", table.timeToLive());
            }
        }
    }

    /**
     * @param range empty for none
     * @param indexRange range key of the index by {@code arn}; empty for none
     * @param expires whether {@code ttl} ends an item
     */
    private record Table(
            String name, String hash, String range, String indexRange, boolean expires) {
        ObjectNode create() {
            ObjectNode create = JSON.createObjectNode();
            create.put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
            keys(create.putArray("KeySchema"), hash, range);
            TreeSet<String> attributes = new TreeSet<>(List.of(hash));
            Stream.of(range, indexRange).filter(key -> !key.isEmpty()).forEach(attributes::add);
            if (!indexRange.isEmpty()) {
                attributes.add("arn");
                ObjectNode index = create.putArray("GlobalSecondaryIndexes").addObject();
                index.put("IndexName", "arn-" + indexRange + "-index");
                keys(index.putArray("KeySchema"), "arn", indexRange);
                index.putObject("Projection").put("ProjectionType", "ALL");
            }
            ArrayNode definitions = create.putArray("AttributeDefinitions");
            attributes.forEach(
                    attribute ->
                            definitions
                                    .addObject()
                                    .put("AttributeName", attribute)
                                    .put("AttributeType", "S"));
            return create;
        }

        ObjectNode timeToLive() {
            ObjectNode change = JSON.createObjectNode().put("TableName", name);
            change.putObject("TimeToLiveSpecification")
                    .put("AttributeName", "ttl")
                    .put("Enabled", true);
            return change;
        }

        private static void keys(ArrayNode schema, String hash, String range) {
            schema.addObject().put("AttributeName", hash).put("KeyType", "HASH");
            if (!range.isEmpty()) {
                schema.addObject().put("AttributeName", range).put("KeyType", "RANGE");
            }
        }
    }
}
