package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.operations.Leases;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node dies between the transaction that made an effect due and the note that it happened. */
class CrashTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final Leases leases = new InMemoryLeases(clock);
    private final Aws aws = new Aws();

    /** Where the node dies. */
    enum Step {
        BEFORE_ANYTHING,
        WITH_THE_CLAIM,
        BEFORE_THE_EFFECT,
        AFTER_THE_EFFECT,
        WHILE_NOTING_IT
    }

    @ParameterizedTest
    @EnumSource
    void theSameNodeDoesItAtOnceWhenItStartsAgain(Step step) {
        die(step);

        node("a", Optional.empty()).handle();

        assertHappenedOnce();
    }

    @ParameterizedTest
    @EnumSource
    void anotherNodeDoesItWithinAMinute(Step step) {
        die(step);
        DeliverEvents other = node("b", Optional.empty());

        other.handle();
        clock.advance(Duration.ofSeconds(61));
        other.handle();

        assertHappenedOnce();
    }

    @Test
    void aNodeThatDiesWhileItPutsSomethingOffLosesNothing() {
        outbox.write("r1", List.of(Kind.APPLY_REQUEST), clock.instant());
        aws.away = true;
        Outbox deadly =
                new Watched(
                        outbox,
                        () -> {
                            throw new Death();
                        });
        assertThatThrownBy(() -> DeliveringNode.named("a", deadly, leases, clock, aws).handle())
                .isInstanceOf(Death.class);
        aws.away = false;

        node("a", Optional.empty()).handle();

        assertHappenedOnce();
    }

    private void die(Step step) {
        outbox.write("r1", List.of(Kind.APPLY_REQUEST), clock.instant());
        assertThatThrownBy(() -> node("a", Optional.of(step)).handle()).isInstanceOf(Death.class);
    }

    private void assertHappenedOnce() {
        assertThat(aws.effects).containsExactly("r1");
        assertThat(outbox.all()).isEmpty();
    }

    private DeliverEvents node(String name, Optional<Step> dies) {
        return DeliveringNode.named(
                name,
                new Watched(outbox, () -> at(dies, Step.WHILE_NOTING_IT)),
                (lease, holder, life) -> {
                    at(dies, Step.BEFORE_ANYTHING);
                    Optional<Leases.Lease> taken = leases.take(lease, holder, life);
                    at(dies, Step.WITH_THE_CLAIM);
                    return taken.map(Unclosed::new);
                },
                clock,
                new OutboxHandler() {
                    @Override
                    public Kind kind() {
                        return aws.kind();
                    }

                    @Override
                    public void handle(OutboxEvent event) {
                        at(dies, Step.BEFORE_THE_EFFECT);
                        aws.handle(event);
                        at(dies, Step.AFTER_THE_EFFECT);
                    }
                });
    }

    private static void at(Optional<Step> dies, Step step) {
        if (dies.equals(Optional.of(step))) {
            throw new Death();
        }
    }

    /** No code of ours catches it, so that nothing happens after it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The dead give nothing back. */
    private record Unclosed(Leases.Lease lease) implements Leases.Lease {
        @Override
        public boolean renew() {
            return lease.renew();
        }

        @Override
        public void close() {
            // it ends by itself
        }
    }

    /** Reads, compares, writes: what is there already is not done again. */
    private static final class Aws implements OutboxHandler {
        private final List<String> effects = new ArrayList<>();
        private boolean away;

        @Override
        public Kind kind() {
            return Kind.APPLY_REQUEST;
        }

        @Override
        public void handle(OutboxEvent event) {
            if (away) {
                throw new IllegalStateException("away");
            }
            if (!effects.contains(event.subject())) {
                effects.add(event.subject());
            }
        }
    }

    private record Watched(Outbox behind, Runnable note) implements Outbox {
        @Override
        public List<OutboxEvent> due(Instant now, int limit) {
            return behind.due(now, limit);
        }

        @Override
        public void done(OutboxEvent event) {
            note.run();
            behind.done(event);
        }

        @Override
        public void later(OutboxEvent event, Instant notBefore) {
            note.run();
            behind.later(event, notBefore);
        }

        @Override
        public void onWritten(Consumer<OutboxEvent> listener) {
            behind.onWritten(listener);
        }
    }
}
