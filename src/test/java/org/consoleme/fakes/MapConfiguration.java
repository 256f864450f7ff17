package org.consoleme.fakes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Problem;

/** A configuration whose dotted keys are given one by one. */
public final class MapConfiguration implements Configuration {
    private final Map<String, Object> values;

    public MapConfiguration(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public static MapConfiguration empty() {
        return new MapConfiguration(Map.of());
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
        if (values.get(key) instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return text(key).map(List::of).orElse(List.of());
    }

    @Override
    public List<Map<String, Object>> maps(String key) {
        if (values.get(key) instanceof List<?> list) {
            return list.stream().map(MapConfiguration::map).toList();
        }
        return List.of();
    }

    @Override
    public Map<String, Object> map(String key) {
        return values.get(key) == null ? Map.of() : map(values.get(key));
    }

    @Override
    public boolean isNull(String key) {
        return values.containsKey(key) && values.get(key) == null;
    }

    private Optional<Object> scalar(String key, String wanted) {
        Object value = values.get(key);
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
