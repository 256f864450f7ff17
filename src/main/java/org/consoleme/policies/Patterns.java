package org.consoleme.policies;

import java.util.List;

/**
 * The actions or resources of a statement.
 *
 * @param except true for {@code NotAction} and {@code NotResource}: everything but these
 * @param values as written, in their order; at least one in a document
 */
public record Patterns(boolean except, List<String> values) {
    public Patterns {
        values = List.copyOf(values);
    }

    /** What a pattern means in every place: {@code *}. */
    static final String EVERYTHING = "*";

    static boolean hasWildcard(String pattern) {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }
}
