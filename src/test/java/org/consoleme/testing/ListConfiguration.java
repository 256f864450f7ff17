package org.consoleme.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Configuration;

/** Dotted keys with scalars, lists and maps as YAML would give them. */
public final class ListConfiguration implements Configuration {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public static ListConfiguration empty() {
        return new ListConfiguration();
    }

    public ListConfiguration with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    @Override
    public Optional<Integer> integer(String key) {
        return Optional.ofNullable(values.get(key)).map(Integer.class::cast);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return Optional.ofNullable(values.get(key)).map(Boolean.class::cast);
    }

    @Override
    public List<String> list(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> all -> all.stream().map(Object::toString).toList();
            case Object one -> List.of(one.toString());
        };
    }

    @Override
    @SuppressWarnings("unchecked") // a test writes the maps itself
    public List<Map<String, Object>> maps(String key) {
        return (List<Map<String, Object>>) values.getOrDefault(key, List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // a test writes the map itself
    public Map<String, Object> map(String key) {
        return (Map<String, Object>) values.getOrDefault(key, Map.of());
    }

    @Override
    public boolean isNull(String key) {
        return false;
    }
}
