package org.consoleme.platform.dynamo;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.consoleme.operations.Check;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * A table that was described and found as it should be.
 *
 * @param key of an item that is not expected to be there
 * @param at when it was described
 */
record SeenTable(String name, Map<String, AttributeValue> key, Check.Finding finding, Instant at) {
    SeenTable {
        key = Map.copyOf(key);
    }

    static SeenTable of(TableDescription table, Check.Finding finding, Instant at) {
        Map<String, AttributeDefinition> attributes =
                table.attributeDefinitions().stream()
                        .collect(Collectors.toMap(AttributeDefinition::attributeName, a -> a));
        return new SeenTable(
                table.tableName(),
                table.keySchema().stream()
                        .map(KeySchemaElement::attributeName)
                        .collect(Collectors.toMap(name -> name, name -> any(attributes.get(name)))),
                finding,
                at);
    }

    /**
     * @throws org.consoleme.shared.ProblemException if it does not answer, or may not be read
     */
    void read(DynamoDatabase dynamo) {
        dynamo.ask(
                client ->
                        client.getItem(
                                get ->
                                        get.tableName(name)
                                                .key(key)
                                                .projectionExpression("#key")
                                                .expressionAttributeNames(
                                                        Map.of(
                                                                "#key",
                                                                key.keySet().iterator().next()))));
    }

    private static AttributeValue any(AttributeDefinition attribute) {
        return switch (attribute.attributeType()) {
            case N -> AttributeValue.fromN("0");
            case B -> AttributeValue.fromB(SdkBytes.fromUtf8String("self-check"));
            default -> AttributeValue.fromS("self-check");
        };
    }
}
