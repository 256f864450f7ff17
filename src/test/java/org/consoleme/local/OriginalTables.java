package org.consoleme.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tables that an existing deployment of ConsoleMe brings along, with the keys of its own
 * script. The server never creates them, and reads none through an index. DynamoDB is asked without
 * an SDK: that would heed the shell's variables.
 */
final class OriginalTables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
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

    private final URI dynamodb;

    /**
     * @param dynamodb our own: others' tables are never touched
     */
    OriginalTables(URI dynamodb) {
        this.dynamodb = dynamodb;
    }

    /** Creates those that are not there yet. */
    void ensure() {
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            for (Table table : ALL) {
                if (call(client, "CreateTable", table.create()) && table.expires()) {
                    call(client, "UpdateTimeToLive", table.timeToLive());
                }
            }
        }
    }

    /** False if the table is there already. */
    private boolean call(HttpClient client, String action, ObjectNode body) {
        HttpRequest request =
                HttpRequest.newBuilder(dynamodb)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + action)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256"
                                        + " Credential=AKIALOCAL/20260101/us-east-1/dynamodb/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 && !answer.body().contains("ResourceInUseException")) {
                throw new LocalStackException(
                        action + " of ConsoleMe's tables failed: " + answer.body());
            }
            return answer.statusCode() == 200;
        } catch (IOException e) {
            throw new LocalStackException("DynamoDB Local does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("interrupted while creating tables", e);
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
