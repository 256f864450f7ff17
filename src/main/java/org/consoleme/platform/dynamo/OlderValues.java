package org.consoleme.platform.dynamo;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of ConsoleMe's items, of which any may be of another type than one would think. */
final class OlderValues {
    private OlderValues() {}

    static Optional<String> text(Object value) {
        return value instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    static Optional<Map<String, Object>> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, member) -> named.put(String.valueOf(name), member));
        return Optional.of(named);
    }

    static List<Map<String, Object>> maps(Object value) {
        return value instanceof List<?> list
                ? list.stream().flatMap(member -> map(member).stream()).toList()
                : List.of();
    }

    /** {@code 2}, {@code 2.0}, {@code "2"} and {@code "2.0"} are 2; none is 1. */
    static int version(Object value) {
        if (value == null) {
            return 1;
        }
        try {
            return new BigDecimal(value.toString()).intValue();
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }
}
