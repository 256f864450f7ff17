package org.consoleme.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The static configuration: ConsoleMe's merged YAML, addressed by dotted keys. Settings records are
 * built from it once, each by the capability or edge that owns them. An explicit {@code null} in
 * the YAML counts as "not set, and no default": {@link #isNull} tells it from a missing key where
 * that matters.
 *
 * <p>Every getter throws {@code Problem.Invalid} with the key as field when the value has another
 * type.
 */
public interface Configuration {

    Optional<String> text(String key);

    Optional<Integer> integer(String key);

    Optional<Boolean> flag(String key);

    /** A list of scalars; a single scalar counts as a list of one. Empty if not set. */
    List<String> list(String key);

    /** A list of maps. Empty if not set. */
    List<Map<String, Object>> maps(String key);

    /** A map with its keys as text, in the order written. Empty if not set. */
    Map<String, Object> map(String key);

    /** The key is there and says {@code null}. */
    boolean isNull(String key);

    default Optional<Secret> secret(String key) {
        return text(key).filter(text -> !text.isBlank()).map(Secret::new);
    }

    default Optional<Duration> seconds(String key) {
        return integer(key).map(Duration::ofSeconds);
    }

    default String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    default boolean flag(String key, boolean otherwise) {
        return flag(key).orElse(otherwise);
    }

    default int integer(String key, int otherwise) {
        return integer(key).orElse(otherwise);
    }
}
