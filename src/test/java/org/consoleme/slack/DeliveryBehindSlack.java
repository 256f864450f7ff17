package org.consoleme.slack;

import java.time.Duration;
import java.util.List;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;

/** Delivers the events of an outbox in the caller's thread. */
final class DeliveryBehindSlack {
    private final InMemoryOutbox outbox;
    private final SettableClock clock;

    DeliveryBehindSlack(InMemoryOutbox outbox, SettableClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All that is due at this instant, and what becomes due by that. */
    void all(List<OutboxHandler> handlers) {
        List<OutboxEvent> due = outbox.due(clock.instant(), 100);
        while (!due.isEmpty()) {
            due.forEach(event -> handlers.forEach(handler -> deliver(event, handler)));
            due = outbox.due(clock.instant(), 100);
        }
    }

    /** What is due at this instant for one handler. */
    void once(OutboxHandler handler) {
        outbox.due(clock.instant(), 100).forEach(event -> deliver(event, handler));
    }

    private void deliver(OutboxEvent event, OutboxHandler handler) {
        if (handler.kind() != event.kind()) {
            return;
        }
        try {
            handler.handle(event);
            outbox.done(event);
        } catch (ProblemException e) {
            outbox.later(event, clock.instant().plus(wait(e.problem())));
        }
    }

    private static Duration wait(Problem problem) {
        return switch (problem) {
            case Problem.TooMany many -> many.retryAfter();
            case Problem.Unavailable away -> away.retryAfter();
            default -> Duration.ofMinutes(1);
        };
    }
}
