package org.consoleme.platform.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consoleme.shared.Problem;

/** Trees of maps with text keys, lists and scalars: made immutable, and laid over one another. */
final class YamlTree {
    /** Also what bounds a document whose aliases multiply themselves. */
    private static final int MAX_NODES = 2_000_000;

    private YamlTree() {}

    /** A deep, immutable copy. Refuses what is too deep, too large or no plain data. */
    static Object frozen(String name, Object value) {
        return new Freezer(name).freeze(value, 0);
    }

    /**
     * {@code first} laid over {@code second}: maps merge recursively, the first of two other values
     * wins (an explicit null too), and lists never merge.
     */
    static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> merged = new LinkedHashMap<>(first);
        second.forEach(
                (key, value) -> {
                    if (!merged.containsKey(key)) {
                        merged.put(key, value);
                    } else if (merged.get(key) instanceof Map<?, ?> over
                            && value instanceof Map<?, ?> under) {
                        merged.put(key, merged(asTree(over), asTree(under)));
                    }
                });
        return Collections.unmodifiableMap(merged);
    }

    /** A map out of a frozen tree, whose keys are text by construction. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asTree(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    private static final class Freezer {
        private final String name;
        private int nodes;

        Freezer(String name) {
            this.name = name;
        }

        Object freeze(Object value, int depth) {
            if (depth > SafeYaml.MAX_DEPTH) {
                throw refused(
                        "it is nested deeper than "
                                + SafeYaml.MAX_DEPTH
                                + " levels, or holds itself");
            }
            if (++nodes > MAX_NODES) {
                throw refused("it has more than " + MAX_NODES + " values");
            }
            return switch (value) {
                case null -> null;
                case Map<?, ?> map -> {
                    Map<String, Object> copy = new LinkedHashMap<>();
                    map.forEach((key, item) -> copy.put(text(key), freeze(item, depth + 1)));
                    yield Collections.unmodifiableMap(copy);
                }
                case Collection<?> items -> {
                    List<Object> copy = new ArrayList<>(items.size());
                    items.forEach(item -> copy.add(freeze(item, depth + 1)));
                    yield Collections.unmodifiableList(copy);
                }
                case String text -> text;
                case Boolean flag -> flag;
                case Number number -> number;
                default -> throw refused("it holds binary data or a date, where text is meant");
            };
        }

        private String text(Object key) {
            if (key instanceof String text) {
                return text;
            }
            throw refused("a list or a map cannot be a key");
        }

        private RuntimeException refused(String reason) {
            return new Problem.Invalid(name, reason).asException();
        }
    }
}
