package org.consoleme.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON as it lies in Redis, S3 and DynamoDB. Reading is tolerant: ConsoleMe escapes slashes in some
 * places, writes numbers as floats in others, and leaves things out.
 */
public final class StoredJson {
    /** For trees and for writing; never binds a class. */
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private StoredJson() {}

    /** The parsed text; a missing node if it is no JSON. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not a JSON value", impossible);
        }
    }

    /** A text that is there, is not null and is not empty. */
    public static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** The scalars of a list as text; empty if it is none. */
    public static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(
                value -> {
                    if (value.isValueNode() && !value.isNull()) {
                        texts.add(value.asText());
                    }
                });
        return texts;
    }

    /** Whole seconds or others, as integer, float or text; {@code otherwise} if it is none. */
    public static long whole(JsonNode value, long otherwise) {
        if (value.isNumber()) {
            return value.asLong();
        }
        try {
            return value.isTextual() ? (long) Double.parseDouble(value.textValue()) : otherwise;
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
