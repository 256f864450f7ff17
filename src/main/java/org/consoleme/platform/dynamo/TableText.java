package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.Locale;
import org.consoleme.platform.dynamo.TableDefinition.KeyAttribute;
import org.consoleme.platform.dynamo.TableDefinition.SecondaryIndex;

/** A table in the words of Terraform and CloudFormation, for operators who create it themselves. */
public final class TableText {
    private TableText() {}

    public static String terraform(TableDefinition table) {
        StringBuilder text = new StringBuilder();
        line(text, 0, "resource \"aws_dynamodb_table\" \"" + table.name() + "\" {");
        line(text, 1, "name         = \"" + table.name() + "\"");
        line(text, 1, "billing_mode = \"PAY_PER_REQUEST\"");
        line(text, 1, "hash_key     = \"" + table.hash().name() + "\"");
        table.range().ifPresent(key -> line(text, 1, "range_key    = \"" + key.name() + "\""));
        for (KeyAttribute attribute : table.attributes()) {
            line(text, 0, "");
            line(text, 1, "attribute {");
            line(text, 2, "name = \"" + attribute.name() + "\"");
            line(text, 2, "type = \"" + attribute.type() + "\"");
            line(text, 1, "}");
        }
        for (SecondaryIndex index : table.indexes()) {
            line(text, 0, "");
            line(text, 1, "global_secondary_index {");
            line(text, 2, "name            = \"" + index.name() + "\"");
            line(text, 2, "hash_key        = \"" + index.hash().name() + "\"");
            line(text, 2, "range_key       = \"" + index.range().name() + "\"");
            line(text, 2, "projection_type = \"" + index.projection() + "\"");
            line(text, 1, "}");
        }
        table.ttl()
                .ifPresent(
                        attribute -> {
                            line(text, 0, "");
                            line(text, 1, "ttl {");
                            line(text, 2, "attribute_name = \"" + attribute + "\"");
                            line(text, 2, "enabled        = true");
                            line(text, 1, "}");
                        });
        line(text, 0, "}");
        return text.toString();
    }

    /** One entry below {@code Resources:}. */
    public static String cloudFormation(TableDefinition table) {
        StringBuilder text = new StringBuilder();
        line(text, 1, logicalId(table.name()) + ":");
        line(text, 2, "Type: AWS::DynamoDB::Table");
        line(text, 2, "DeletionPolicy: Retain");
        line(text, 2, "UpdateReplacePolicy: Retain");
        line(text, 2, "Properties:");
        line(text, 3, "TableName: " + table.name());
        line(text, 3, "BillingMode: PAY_PER_REQUEST");
        line(text, 3, "AttributeDefinitions:");
        for (KeyAttribute attribute : table.attributes()) {
            line(text, 4, "- AttributeName: " + attribute.name());
            line(text, 4, "  AttributeType: " + attribute.type());
        }
        line(text, 3, "KeySchema:");
        schema(text, 4, table.hash(), table.range().stream().toList());
        if (!table.indexes().isEmpty()) {
            line(text, 3, "GlobalSecondaryIndexes:");
        }
        for (SecondaryIndex index : table.indexes()) {
            line(text, 4, "- IndexName: " + index.name());
            line(text, 4, "  KeySchema:");
            schema(text, 6, index.hash(), List.of(index.range()));
            line(text, 4, "  Projection:");
            line(text, 4, "    ProjectionType: " + index.projection());
        }
        table.ttl()
                .ifPresent(
                        attribute -> {
                            line(text, 3, "TimeToLiveSpecification:");
                            line(text, 4, "AttributeName: " + attribute);
                            line(text, 4, "Enabled: true");
                        });
        return text.toString();
    }

    private static void schema(
            StringBuilder text, int depth, KeyAttribute hash, List<KeyAttribute> range) {
        line(text, depth, "- AttributeName: " + hash.name());
        line(text, depth, "  KeyType: HASH");
        for (KeyAttribute key : range) {
            line(text, depth, "- AttributeName: " + key.name());
            line(text, depth, "  KeyType: RANGE");
        }
    }

    private static String logicalId(String name) {
        StringBuilder id = new StringBuilder();
        for (String word : name.split("[^A-Za-z0-9]+", 0)) {
            if (!word.isEmpty()) {
                id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return id.toString();
    }

    private static void line(StringBuilder text, int depth, String words) {
        text.append("  ".repeat(words.isEmpty() ? 0 : depth)).append(words).append('\n');
    }
}
