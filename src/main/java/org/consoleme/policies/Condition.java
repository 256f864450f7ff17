package org.consoleme.policies;

import java.util.List;

/**
 * One key of a statement's {@code Condition}; all of a statement's conditions must hold.
 *
 * @param operator as written, such as {@code ForAnyValue:StringLikeIfExists}
 * @param key as written, such as {@code aws:SourceIp}
 * @param values numbers and booleans as their text; one of them suffices
 */
public record Condition(String operator, String key, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }
}
