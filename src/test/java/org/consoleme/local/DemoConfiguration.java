package org.consoleme.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;

/**
 * The dynamic configuration that a new stack begins with: who may ask for which role, and who
 * decides. What people change in it later stays.
 */
final class DemoConfiguration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "/local/dynamic-configuration.yaml";

    private DemoConfiguration() {}

    static void ensure(OwnDynamoDb dynamodb) {
        ObjectNode put = JSON.createObjectNode();
        put.put("TableName", "consoleme_config_global");
        put.put("ConditionExpression", "attribute_not_exists(id)");
        ObjectNode item = put.putObject("Item");
        item.putObject("id").put("S", "master");
        item.putObject("config").put("B", Base64.getEncoder().encodeToString(deflated()));
        item.putObject("updated_by").put("S", "admin@example.com");
        item.putObject("updated_at").put("S", "1767225600");
        dynamodb.call("PutItem", put);
    }

    /** As ConsoleMe keeps it: a zlib stream. */
    private static byte[] deflated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream text = DemoConfiguration.class.getResourceAsStream(TEXT);
                DeflaterOutputStream deflating = new DeflaterOutputStream(bytes)) {
            text.transferTo(deflating);
        } catch (IOException e) {
            throw new LocalStackException("no " + TEXT, e);
        }
        return bytes.toByteArray();
    }
}
