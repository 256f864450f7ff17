package org.consoleme.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Configuration;

/** Dotted keys and scalar values; remembers what it was asked for. */
public final class FlatConfiguration implements Configuration {
    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> nulls = new HashSet<>();
    private final Set<String> asked = new HashSet<>();

    public static FlatConfiguration empty() {
        return new FlatConfiguration();
    }

    public FlatConfiguration with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    public FlatConfiguration withNull(String key) {
        nulls.add(key);
        return this;
    }

    public Set<String> asked() {
        return asked;
    }

    @Override
    public Optional<String> text(String key) {
        return value(key).map(Object::toString);
    }

    @Override
    public Optional<Integer> integer(String key) {
        return value(key).map(Integer.class::cast);
    }

    @Override
    public Optional<Boolean> flag(String key) {
        return value(key).map(Boolean.class::cast);
    }

    @Override
    public List<String> list(String key) {
        return new ArrayList<>(text(key).stream().toList());
    }

    @Override
    public List<Map<String, Object>> maps(String key) {
        return List.of();
    }

    @Override
    public Map<String, Object> map(String key) {
        return Map.of();
    }

    @Override
    public boolean isNull(String key) {
        asked.add(key);
        return nulls.contains(key);
    }

    private Optional<Object> value(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }
}
