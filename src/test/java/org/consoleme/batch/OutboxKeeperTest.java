package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.event.Startup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.testing.HandTurned;
import org.consoleme.testing.SettableClock;
import org.consoleme.testing.VirtualThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxKeeperTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final VirtualThreads threads = new VirtualThreads();
    private final HandTurned scheduler = new HandTurned();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordingHandler handler = new RecordingHandler();
    private OutboxKeeper keeper;

    @BeforeEach
    void start() {
        keeper = keeper("a", outbox, scheduler);
        keeper.start(new Startup());
    }

    @AfterEach
    void stop() {
        handler.gate.countDown();
        keeper.stop();
        threads.close();
    }

    @Test
    void whatThisNodeWroteIsDeliveredAtOnceAndNotOnTheWritersThread() {
        write("r1");

        await(() -> assertThat(outbox.all()).isEmpty());
        assertThat(handler.subjects).containsExactly("r1");
        assertThat(handler.threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void theWriterDoesNotWaitForASlowEffect() {
        handler.close();

        write("r1");

        await(() -> assertThat(handler.begun).hasValue(1));
        assertThat(outbox.all()).hasSize(1);
    }

    @Test
    void whatComesWhileItsSubjectIsUnderWayIsOneMoreEffectAndNotMany() {
        handler.close();
        write("r1");
        await(() -> assertThat(handler.begun).hasValue(1));
        for (int i = 0; i < 10; i++) {
            write("r1");
        }
        handler.gate.countDown();

        await(() -> assertThat(outbox.all()).isEmpty());
        assertThat(handler.subjects).containsExactly("r1", "r1");
    }

    @Test
    void aSlowSubjectKeepsNoOtherWaiting() {
        handler.close();
        write("slow");
        await(() -> assertThat(handler.begun).hasValue(1));
        handler.open("slow");

        write("r1");

        await(() -> assertThat(handler.subjects).containsExactly("r1"));
    }

    @Test
    void atMostTwoAnnouncementsHappenAtOnce() {
        handler.close();

        for (int i = 0; i < 20; i++) {
            write("r" + i);
        }

        await(() -> assertThat(handler.begun).hasValue(OutboxQueue.MOST_ANNOUNCING));
        handler.gate.countDown();
        await(() -> assertThat(outbox.all()).isEmpty());
        assertThat(handler.mostAtOnce).hasValue(OutboxQueue.MOST_ANNOUNCING);
    }

    @Test
    void whatFoundNoThreadIsDeliveredByTheNextTurn() {
        threads.fill();
        write("r1");
        threads.drain();
        assertThat(handler.subjects).isEmpty();

        scheduler.turn();

        await(() -> assertThat(outbox.all()).isEmpty());
    }

    @Test
    void whatAnotherNodeLeftIsDeliveredByTheNextTurn() {
        InMemoryOutbox shared = new InMemoryOutbox();
        shared.write("r1", List.of(Kind.ANNOUNCE_REQUEST), clock.instant());
        HandTurned turned = new HandTurned();
        OutboxKeeper other = keeper("b", shared, turned);
        other.start(new Startup());

        turned.turn();

        await(() -> assertThat(shared.all()).isEmpty());
        other.stop();
    }

    @Test
    void whatIsPutOffComesWithATurnOfItsTime() {
        handler.failures.put("r1", new AtomicInteger(1));
        write("r1");
        await(
                () ->
                        assertThat(outbox.all())
                                .singleElement()
                                .extracting(OutboxEvent::attempts)
                                .isEqualTo(1));
        scheduler.turn();
        clock.advance(Duration.ofSeconds(7));

        scheduler.turn();

        await(() -> assertThat(outbox.all()).isEmpty());
        assertThat(handler.begun).hasValue(2);
    }

    @Test
    void afterTheStopNothingIsBegun() {
        keeper.stop();

        write("r1");

        assertThat(scheduler.size()).isZero();
        assertThat(outbox.all()).hasSize(1);
        assertThat(handler.begun).hasValue(0);
    }

    @Test
    void whatIsDeliveredAndWhatWaitsIsMetered() {
        handler.failures.put("r2", new AtomicInteger(Integer.MAX_VALUE));
        write("r1");
        write("r2");
        await(() -> assertThat(counted("put_off")).isEqualTo(1));
        clock.advance(Duration.ofSeconds(4));

        scheduler.turn();

        await(() -> assertThat(counted("delivered")).isEqualTo(1));
        assertThat(registry.get("consoleme.outbox.depth").gauge().value()).isEqualTo(1);
        assertThat(registry.get("consoleme.outbox.age").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(4);
    }

    private double counted(String outcome) {
        return registry
                .find("consoleme.outbox.events")
                .tags("kind", "announce_request", "outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private OutboxKeeper keeper(String node, Outbox from, HandTurned turned) {
        return new OutboxKeeper(
                from,
                DeliveringNode.named(node, from, new InMemoryLeases(clock), clock, handler),
                new OutboxMeters(registry, clock),
                turned.service(),
                threads.service(),
                clock);
    }

    private void write(String subject) {
        outbox.write(subject, List.of(Kind.ANNOUNCE_REQUEST), clock.instant());
    }

    private static void await(ThrowingRunnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion);
    }
}
