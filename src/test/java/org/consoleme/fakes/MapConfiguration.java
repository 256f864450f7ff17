package org.consoleme.fakes;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;

/**
 * A configuration whose dotted keys are given one by one, with values as YAML would have them;
 * remembers which keys it was asked for.
 */
public final class MapConfiguration implements Configuration {
    private final Map<String, Object> values;
    private final Set<String> asked = new HashSet<>();

    public MapConfiguration(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public static MapConfiguration empty() {
        return new MapConfiguration(Map.of());
    }

    /** Sets a key, here and for all who have this configuration already. */
    public MapConfiguration with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    /** A key that is there, with nothing behind it. */
    public MapConfiguration withNull(String key) {
        return with(key, null);
    }

    public Set<String> asked() {
        return asked;
    }

    @Override
    public Optional<String> text(String key) {
        return scalar(key, "a text").map(Object::toString);
    }

    @Override
    public Optional<Integer> integer(String key) {
        return as(key, Integer.class);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return as(key, Boolean.class);
    }

    @Override
    public List<String> list(String key) {
        if (value(key) instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return text(key).map(List::of).orElse(List.of());
    }

    @Override
    public List<Map<String, Object>> maps(String key) {
        if (value(key) instanceof List<?> list) {
            return list.stream().map(MapConfiguration::map).toList();
        }
        return List.of();
    }

    @Override
    public Map<String, Object> map(String key) {
        return value(key) == null ? Map.of() : map(values.get(key));
    }

    @Override
    public boolean isNull(String key) {
        return value(key) == null && values.containsKey(key);
    }

    private Object value(String key) {
        asked.add(key);
        return values.get(key);
    }

    private Optional<Object> scalar(String key, String wanted) {
        Object value = value(key);
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            throw new Problem.Invalid(key, "not " + wanted).asException();
        }
        return Optional.ofNullable(value);
    }

    private <T> Optional<T> as(String key, Class<T> type) {
        return scalar(key, type.getSimpleName())
                .map(
                        value -> {
                            if (!type.isInstance(value)) {
                                throw new Problem.Invalid(key, "not " + type.getSimpleName())
                                        .asException();
                            }
                            return type.cast(value);
                        });
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((k, v) -> map.put(k.toString(), v));
        return map;
    }
}
