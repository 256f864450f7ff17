package org.consoleme.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Problem;

/** Values that end by the given clock; can be made to be away. */
public final class InMemoryEphemeral implements Ephemeral {
    private final Clock clock;
    private final Map<String, Mortal> values = new HashMap<>();
    private boolean away;
    private int puts;
    private String wanted = "";
    private Runnable beforeWriting = () -> {};

    public InMemoryEphemeral(Clock clock) {
        this.clock = clock;
    }

    public synchronized void goAway() {
        away = true;
    }

    public synchronized void comeBack() {
        away = false;
    }

    /** How often something was to be stored. */
    public synchronized int puts() {
        return puts;
    }

    /** Happens once, before the next value is written whose key begins so. */
    public synchronized void beforeWriting(String prefix, Runnable meanwhile) {
        wanted = prefix;
        beforeWriting = meanwhile;
    }

    /** Outside the lock: others write meanwhile. */
    private void meanwhile(String key) {
        Runnable first = () -> {};
        synchronized (this) {
            if (key.startsWith(wanted)) {
                first = beforeWriting;
                beforeWriting = () -> {};
            }
        }
        first.run();
    }

    @Override
    public void put(String key, String value, Duration life) {
        meanwhile(key);
        write(key, value, life);
    }

    private synchronized void write(String key, String value, Duration life) {
        puts++;
        requireHere();
        values.put(key, new Mortal(value, clock.instant().plus(life)));
    }

    @Override
    public synchronized Optional<String> get(String key) {
        requireHere();
        values.values().removeIf(mortal -> !mortal.until().isAfter(clock.instant()));
        return Optional.ofNullable(values.get(key)).map(Mortal::value);
    }

    @Override
    public synchronized Optional<String> take(String key) {
        Optional<String> taken = get(key);
        values.remove(key);
        return taken;
    }

    @Override
    public boolean replace(String key, String expected, String replacement) {
        meanwhile(key);
        return replaced(key, expected, replacement);
    }

    private synchronized boolean replaced(String key, String expected, String replacement) {
        boolean same = get(key).filter(expected::equals).isPresent();
        if (same) {
            values.put(key, new Mortal(replacement, values.get(key).until()));
        }
        return same;
    }

    private void requireHere() {
        if (away) {
            throw new Problem.Unavailable("Redis", Duration.ofSeconds(5)).asException();
        }
    }

    private record Mortal(String value, Instant until) {}
}
