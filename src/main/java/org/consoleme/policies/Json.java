package org.consoleme.policies;

import java.util.List;
import java.util.Map;

/** JSON as it was written: keys in their order, numbers as text, so that nothing is rounded. */
sealed interface Json {

    record Members(Map<String, Json> values) implements Json {}

    record Items(List<Json> values) implements Json {}

    record Text(String value) implements Json {}

    /** A number, {@code true} or {@code false}. */
    record Literal(String value) implements Json {}

    record Nothing() implements Json {}
}
