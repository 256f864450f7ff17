package org.consoleme.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Problem;

/** Values stay until taken; can be made to be away. */
public final class InMemoryEphemeral implements Ephemeral {
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private boolean away;

    public void goAway() {
        away = true;
    }

    @Override
    public void put(String key, String value, Duration life) {
        requireHere();
        values.put(key, value);
    }

    @Override
    public Optional<String> get(String key) {
        requireHere();
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public Optional<String> take(String key) {
        requireHere();
        return Optional.ofNullable(values.remove(key));
    }

    @Override
    public boolean replace(String key, String expected, String replacement) {
        requireHere();
        return values.replace(key, expected, replacement);
    }

    private void requireHere() {
        if (away) {
            throw new Problem.Unavailable("Redis", Duration.ofSeconds(5)).asException();
        }
    }
}
