package org.consoleme.platform.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large DynamoDB takes an item to be, never less than it does.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item
 *     sizes and formats</a>
 */
final class ItemSize {
    private static final int MAX_NUMBER = 21;
    private static final int CONTAINER = 3;

    private ItemSize() {}

    /** Bytes. */
    static long of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(entry -> text(entry.getKey()) + of(entry.getValue()))
                .sum();
    }

    private static long of(AttributeValue value) {
        return switch (value.type()) {
            case S -> text(value.s());
            case N -> Math.min(MAX_NUMBER, value.n().length() + 1);
            case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
            case M -> CONTAINER + value.m().size() + of(value.m());
            case L ->
                    CONTAINER + value.l().size() + value.l().stream().mapToLong(ItemSize::of).sum();
            case SS -> texts(value.ss());
            case NS -> (long) MAX_NUMBER * value.ns().size();
            case B -> value.b().asByteArrayUnsafe().length;
            case BS -> value.bs().stream().mapToLong(b -> b.asByteArrayUnsafe().length).sum();
        };
    }

    private static long texts(Collection<String> texts) {
        return texts.stream().mapToLong(ItemSize::text).sum();
    }

    private static long text(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
