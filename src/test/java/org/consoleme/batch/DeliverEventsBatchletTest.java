package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.audit.ScriptedHandler;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class DeliverEventsBatchletTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ScriptedHandler handler = new ScriptedHandler(Kind.APPLY_REQUEST);
    private final TestJobContext job = new TestJobContext("deliver-events");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void theJobTakesTurnsUntilNothingIsDue() {
        for (int i = 0; i < 250; i++) {
            outbox.write("r" + i, List.of(Kind.APPLY_REQUEST), clock.instant());
        }
        handler.fails("r7", new IllegalStateException("told to"));

        assertThat(batchlet(outbox).process()).isEqualTo("COMPLETED");

        assertThat(handler.done()).hasSize(249);
        assertThat(outbox.all()).singleElement().extracting("subject").isEqualTo("r7");
        assertThat(
                        registry.get("consoleme.outbox.events")
                                .tag("outcome", "delivered")
                                .counter()
                                .count())
                .isEqualTo(249);
    }

    @Test
    void aJobThatIsStoppedTakesNoTurn() {
        outbox.write("r1", List.of(Kind.APPLY_REQUEST), clock.instant());
        DeliverEventsBatchlet batchlet = batchlet(outbox);
        batchlet.stop();

        assertThat(batchlet.process()).isEqualTo("COMPLETED");
        assertThat(outbox.all()).hasSize(1);
    }

    @Test
    void anOutboxThatCannotBeReadFailsTheJob() {
        Outbox away = new UnreadableOutbox();

        assertThatThrownBy(() -> batchlet(away).process()).isInstanceOf(ProblemException.class);

        assertThat(job.getExitStatus()).startsWith("FAILED: DynamoDB does not answer");
    }

    private DeliverEventsBatchlet batchlet(Outbox from) {
        return new DeliverEventsBatchlet(
                DeliveringNode.named("a", from, new InMemoryLeases(clock), clock, handler),
                new OutboxMeters(registry, clock),
                job);
    }

    private static final class UnreadableOutbox implements Outbox {
        @Override
        public List<OutboxEvent> due(Instant now, int limit) {
            throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)).asException();
        }

        @Override
        public void done(OutboxEvent event) {
            throw new AssertionError("nothing was read");
        }

        @Override
        public void later(OutboxEvent event, Instant notBefore) {
            throw new AssertionError("nothing was read");
        }

        @Override
        public void onWritten(Consumer<OutboxEvent> one) {
            throw new AssertionError("nobody listens");
        }
    }
}
