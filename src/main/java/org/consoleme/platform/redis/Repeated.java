package org.consoleme.platform.redis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One object for all equal ones of a document: an account's roles repeat their groups, tags and
 * paths, and the index keeps them as long as the process lives.
 */
final class Repeated {
    private final Map<Object, Object> seen = new HashMap<>();

    @SuppressWarnings("unchecked") // an equal one of the same class went in
    <T> T one(T value) {
        return (T) seen.computeIfAbsent(value, first -> first);
    }

    List<String> each(List<String> values) {
        return values.stream().map(this::one).toList();
    }
}
