package org.consoleme.platform.dynamo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Values to attributes and back, as ConsoleMe writes and reads its tables.
 *
 * <p>Reading takes every spelling: integers, decimals and floats, the placeholder anywhere, also
 * inside what a scan of ConsoleMe's left unconverted. Null stays null inside maps and lists.
 */
public enum ItemCodec {
    /** Tables that a running ConsoleMe shares: an empty text becomes its placeholder. */
    CONSOLEME(true),
    /** Tables of our own. */
    OURS(false);

    static final String EMPTY = "---DYNAMO-EMPTY-STRING---";

    /** What global tables of 2017 add to items; never read and never written. */
    private static final Set<String> BOOKKEEPING =
            Set.of("aws:rep:deleting", "aws:rep:updateregion", "aws:rep:updatetime");

    private final boolean placeholder;

    ItemCodec(boolean placeholder) {
        this.placeholder = placeholder;
    }

    public Map<String, AttributeValue> item(Map<String, ?> values) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> {
                    if (!BOOKKEEPING.contains(name)) {
                        item.put(name, attribute(value));
                    }
                });
        return item;
    }

    /**
     * @param value text, number, {@link Instant} (epoch seconds with fraction), boolean, null, map,
     *     list, set of texts (not empty), or bytes
     */
    public AttributeValue attribute(Object value) {
        return switch (value) {
            case null -> AttributeValue.fromNul(true);
            case String text -> AttributeValue.fromS(placeholder && text.isEmpty() ? EMPTY : text);
            case Boolean flag -> AttributeValue.fromBool(flag);
            case Number number -> AttributeValue.fromN(decimal(number));
            case Instant instant -> AttributeValue.fromN(epoch(instant));
            case byte[] bytes -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
            case Map<?, ?> map -> {
                Map<String, Object> named = new LinkedHashMap<>();
                map.forEach((name, member) -> named.put(String.valueOf(name), member));
                yield AttributeValue.fromM(item(named));
            }
            case Set<?> set ->
                    AttributeValue.fromSs(
                            new ArrayList<>(
                                    new TreeSet<>(set.stream().map(String::valueOf).toList())));
            case List<?> list -> AttributeValue.fromL(list.stream().map(this::attribute).toList());
            default ->
                    throw new IllegalArgumentException(
                            "no attribute for " + value.getClass().getName());
        };
    }

    private static String decimal(Number number) {
        return number instanceof Long || number instanceof Integer
                ? number.toString()
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    private static String epoch(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    public static Map<String, Object> values(Map<String, AttributeValue> item) {
        Map<String, Object> values = new LinkedHashMap<>();
        item.forEach(
                (name, attribute) -> {
                    if (!BOOKKEEPING.contains(name)) {
                        values.put(name, value(attribute));
                    }
                });
        return values;
    }

    /** A whole number comes as {@link Long} where it fits, any other as {@link BigDecimal}. */
    public static Object value(AttributeValue attribute) {
        return switch (attribute.type()) {
            case S -> attribute.s().equals(EMPTY) ? "" : attribute.s();
            case N -> number(attribute.n());
            case BOOL -> attribute.bool();
            case NUL, UNKNOWN_TO_SDK_VERSION -> null;
            case M -> values(attribute.m());
            case L -> {
                List<Object> list = new ArrayList<>();
                attribute.l().forEach(member -> list.add(value(member)));
                yield list;
            }
            case SS -> new TreeSet<>(attribute.ss());
            case NS -> attribute.ns().stream().map(ItemCodec::number).toList();
            case B -> attribute.b().asByteArray();
            case BS -> attribute.bs().stream().map(SdkBytes::asByteArray).toList();
        };
    }

    private static Number number(String text) {
        BigDecimal number = new BigDecimal(text);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole && number.toBigInteger().bitLength() < Long.SIZE
                ? (Number) number.longValue()
                : number;
    }
}
