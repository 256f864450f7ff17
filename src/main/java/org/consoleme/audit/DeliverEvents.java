package org.consoleme.audit;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Makes happen what is due, what is to be applied before what is to be told. Several events of one
 * kind about one subject are one effect: handlers read the latest state, which holds what each of
 * them is about. Effects of one {@link Lane} happen one after the other. What fails is tried again
 * later and keeps nothing else from happening; nothing is ever given up.
 */
@UseCase
public class DeliverEvents {
    /** Events in one turn; the rest is the next turn's. */
    public static final int MOST = 100;

    /** From this attempt on somebody must look, unless a dependency is merely away. */
    private static final int ALARMING = 5;

    private static final Comparator<OutboxEvent> APPLIED_FIRST =
            Comparator.comparing((OutboxEvent event) -> !Lane.of(event).applies())
                    .thenComparing(OutboxEvent::id);

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);

    private final Outbox outbox;
    private final Map<OutboxEvent.Kind, OutboxHandler> handlers =
            new EnumMap<>(OutboxEvent.Kind.class);
    private final DeliveryClaims claims;
    private final Clock clock;

    @Inject
    public DeliverEvents(
            Outbox outbox,
            @Any Instance<OutboxHandler> handlers,
            DeliveryClaims claims,
            Clock clock) {
        this(outbox, handlers.stream().toList(), claims, clock);
    }

    public DeliverEvents(
            Outbox outbox, List<OutboxHandler> handlers, DeliveryClaims claims, Clock clock) {
        this.outbox = outbox;
        this.claims = claims;
        this.clock = clock;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    /**
     * One turn: what is due.
     *
     * @throws ProblemException {@code Unavailable} if the outbox cannot be read
     */
    public Delivery handle() {
        return handle(outbox.due(clock.instant(), MOST));
    }

    /** Events that were just written, or just read. */
    public Delivery handle(List<OutboxEvent> events) {
        Delivery.Tally tally = new Delivery.Tally();
        events.stream()
                .sorted(APPLIED_FIRST)
                .collect(
                        Collectors.groupingBy(
                                Lane::of, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                .forEach((lane, inOrder) -> deliver(lane, inOrder, tally));
        return tally.sum();
    }

    private void deliver(Lane lane, List<OutboxEvent> events, Delivery.Tally tally) {
        Optional<DeliveryClaims.Claim> taken = claims.take(lane);
        if (taken.isEmpty()) {
            return;
        }
        try (DeliveryClaims.Claim claim = taken.get()) {
            events.stream()
                    .filter(claim::first)
                    .collect(
                            Collectors.groupingBy(
                                    Effect::of,
                                    LinkedHashMap::new,
                                    Collectors.toUnmodifiableList()))
                    .values()
                    .forEach(ours -> attempt(ours, tally));
        }
    }

    /** What several events make happen once. */
    private record Effect(OutboxEvent.Kind kind, String subject) {
        static Effect of(OutboxEvent event) {
            return new Effect(event.kind(), event.subject());
        }
    }

    private void attempt(List<OutboxEvent> events, Delivery.Tally tally) {
        OutboxEvent latest = events.getLast();
        try {
            handler(latest.kind()).handle(latest);
        } catch (RuntimeException failure) {
            putOff(events, failure);
            tally.putOff(latest.kind(), events.size());
            return;
        }
        tally.delivered(latest.kind(), events.size());
        events.forEach(event -> note(event, () -> outbox.done(event)));
    }

    private OutboxHandler handler(OutboxEvent.Kind kind) {
        return Optional.ofNullable(handlers.get(kind))
                .orElseThrow(() -> new IllegalStateException("nobody delivers " + kind));
    }

    private void putOff(List<OutboxEvent> events, RuntimeException failure) {
        int attempts = events.stream().mapToInt(OutboxEvent::attempts).max().orElse(0);
        OutboxEvent latest = events.getLast();
        Instant notBefore = clock.instant().plus(RetryDelay.after(failure, latest, attempts));
        log(failure, attempts + 1)
                .addKeyValue("event", latest.id())
                .addKeyValue("kind", latest.kind())
                .addKeyValue("subject", latest.subject())
                .addKeyValue("attempts", attempts + 1)
                .addKeyValue("notBefore", notBefore)
                .log("event not delivered, will be tried again");
        events.forEach(event -> note(event, () -> outbox.later(event, notBefore)));
    }

    private static LoggingEventBuilder log(RuntimeException failure, int attempts) {
        if (failure instanceof ProblemException problem && mayPass(problem.problem())) {
            return LOG.atWarn().addKeyValue("cause", problem.problem().sentence());
        }
        return (attempts < ALARMING ? LOG.atWarn() : LOG.atError()).setCause(failure);
    }

    private static boolean mayPass(Problem problem) {
        return problem instanceof Problem.Unavailable || problem instanceof Problem.TooMany;
    }

    /** What cannot be written down now is delivered again, which does no harm. */
    private static void note(OutboxEvent event, Runnable step) {
        try {
            step.run();
        } catch (ProblemException away) {
            LOG.atWarn()
                    .addKeyValue("event", event.id())
                    .addKeyValue("kind", event.kind())
                    .addKeyValue("cause", away.problem().sentence())
                    .log("outcome of an event not written down");
        }
    }
}
