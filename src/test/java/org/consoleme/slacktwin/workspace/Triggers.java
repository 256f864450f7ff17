package org.consoleme.slacktwin.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The {@code trigger_id}s: each lets the app open one modal for one person, within 3 seconds of
 * what that person did.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">trigger_id</a>
 */
public final class Triggers {

    public static final Duration LIFE = Duration.ofSeconds(3);

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Trigger> byId = new ConcurrentHashMap<>();

    Triggers(Clock clock) {
        this.clock = clock;
    }

    /** What became of an attempt to use a trigger. */
    public sealed interface Exchange {}

    /**
     * It is used up now.
     *
     * @param view the modal in which the person acted, if it was one
     */
    public record Granted(String user, Optional<String> view) implements Exchange {}

    /**
     * It cannot be used.
     *
     * @param error Slack's code
     */
    public record Refused(String error) implements Exchange {}

    private record Trigger(String user, Optional<String> view, Instant end, boolean used) {
        Trigger exchanged() {
            return new Trigger(user, view, end, true);
        }
    }

    /** A fresh trigger for a person outside of any modal. */
    public String mint(String user) {
        return mint(user, Optional.empty());
    }

    /** A fresh trigger for a person who acted in a modal. */
    public String mintIn(String view, String user) {
        return mint(user, Optional.of(view));
    }

    private String mint(String user, Optional<String> view) {
        Instant now = clock.instant();
        byId.values().removeIf(t -> t.end().plus(REMEMBERED).isBefore(now));
        UUID random = UUID.randomUUID();
        String id =
                String.format(
                        Locale.ROOT,
                        "%d.%d.%016x%016x",
                        now.toEpochMilli(),
                        random.getMostSignificantBits() >>> 24,
                        random.getMostSignificantBits(),
                        random.getLeastSignificantBits());
        byId.put(id, new Trigger(user, view, now.plus(LIFE), false));
        return id;
    }

    /** Uses a trigger; of several attempts at once one is granted. */
    public synchronized Exchange exchange(String id) {
        Trigger trigger = byId.get(id);
        if (trigger == null) {
            return new Refused("invalid_trigger_id");
        }
        if (trigger.used()) {
            return new Refused("exchanged_trigger_id");
        }
        if (!clock.instant().isBefore(trigger.end())) {
            return new Refused("expired_trigger_id");
        }
        byId.put(id, trigger.exchanged());
        return new Granted(trigger.user(), trigger.view());
    }
}
