package org.consoleme.platform.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consoleme.platform.StoredJson;
import org.consoleme.shared.Problem;

/**
 * The values of a policy document as DynamoDB can hold them in a map. Only to be looked at: the
 * exact text is kept elsewhere.
 */
final class DocumentValues {
    /** DynamoDB takes 32 levels, of which the item around a document has seven. */
    private static final int MAX_DEPTH = 24;

    /** What DynamoDB takes for a number; longer ones become text. */
    private static final int MAX_DIGITS = 38;

    private DocumentValues() {}

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid} if it is nested too deeply
     */
    static Map<String, Object> of(String text) {
        JsonNode root = StoredJson.read(text);
        return root.isObject() ? fields(root, 1) : Map.of();
    }

    /** DynamoDB has no empty names; nor has IAM, but that is for others to say. */
    private static Map<String, Object> fields(JsonNode object, int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties()
                .forEach(
                        field ->
                                fields.put(
                                        field.getKey().isEmpty() ? ItemCodec.EMPTY : field.getKey(),
                                        value(field.getValue(), depth)));
        return fields;
    }

    private static Object value(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Problem.Invalid("document", "it is nested too deeply").asException();
        }
        return switch (node.getNodeType()) {
            case OBJECT -> fields(node, depth + 1);
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                node.forEach(member -> list.add(value(member, depth + 1)));
                yield list;
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case NULL, MISSING -> null;
            case STRING, BINARY, POJO -> node.asText();
        };
    }

    private static Object number(JsonNode node) {
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            return node.asText();
        }
        BigDecimal number = node.decimalValue().stripTrailingZeros();
        boolean fits =
                number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS;
        return fits ? number : node.asText();
    }
}
