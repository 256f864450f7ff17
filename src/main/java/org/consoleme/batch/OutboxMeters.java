package org.consoleme.batch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.consoleme.audit.Delivery;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Single;

/**
 * Meters of effects: {@code consoleme.outbox.events} counts what this node delivered or put off, by
 * kind and outcome; {@code consoleme.outbox.depth} and {@code consoleme.outbox.age} say on every
 * node how many events wait in all, and how long the oldest has.
 */
@Single
public class OutboxMeters {
    /** So deep is the outbox looked into; more than this reads as this. */
    static final int MOST = 1000;

    /** Longer than any event is ever put off. */
    private static final Duration FAR = Duration.ofHours(2);

    private static final String EVENTS = "consoleme.outbox.events";

    private final MeterRegistry registry;
    private final Clock clock;
    private volatile int depth;
    private volatile Instant oldest = Instant.MAX;

    @Inject
    public OutboxMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        Gauge.builder("consoleme.outbox.depth", () -> depth).register(registry);
        TimeGauge.builder("consoleme.outbox.age", this::age, TimeUnit.SECONDS).register(registry);
    }

    void count(Delivery delivery) {
        count(delivery.delivered(), "delivered");
        count(delivery.putOff(), "put_off");
    }

    /**
     * Looks at all that waits, put off or not.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}
     */
    void look(Outbox outbox) {
        List<OutboxEvent> waiting = outbox.due(clock.instant().plus(FAR), MOST);
        oldest = waiting.stream().map(OutboxEvent::at).min(Instant::compareTo).orElse(Instant.MAX);
        depth = waiting.size();
    }

    private long age() {
        Instant since = oldest;
        return since.equals(Instant.MAX)
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }

    private void count(Map<OutboxEvent.Kind, Integer> events, String outcome) {
        events.forEach(
                (kind, number) ->
                        registry.counter(
                                        EVENTS,
                                        "kind",
                                        kind.name().toLowerCase(Locale.ROOT),
                                        "outcome",
                                        outcome)
                                .increment(number));
    }
}
