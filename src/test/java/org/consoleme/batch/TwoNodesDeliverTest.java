package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Delivery;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.audit.ScriptedHandler;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class TwoNodesDeliverTest {
    private static final int SUBJECTS = 60;

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final Counting handler = new Counting();

    @Test
    void eachEventIsDeliveredByOneOfThem() throws Exception {
        write();

        together(new InMemoryLeases(clock));

        assertThat(outbox.all()).isEmpty();
        assertThat(handler.calls).hasSize(SUBJECTS);
        assertThat(handler.calls.values()).allSatisfy(n -> assertThat(n).hasValue(1));
        assertThat(handler.overlaps).hasValue(0);
    }

    @Test
    void whileOneTellsOfARequestTheOtherTellsNothingOfItsGrant() {
        outbox.write("r1", List.of(Kind.ANNOUNCE_REQUEST), clock.instant());
        outbox.write("r1-0", List.of(Kind.ANNOUNCE_GRANT, Kind.REMIND_OF_END), clock.instant());
        Leases leases = new InMemoryLeases(clock);
        ScriptedHandler grant = new ScriptedHandler(Kind.ANNOUNCE_GRANT);
        ScriptedHandler end = new ScriptedHandler(Kind.REMIND_OF_END);
        DeliverEvents other = DeliveringNode.named("b", outbox, leases, clock, grant, end);
        List<Delivery> meanwhile = new ArrayList<>();
        OutboxHandler request =
                new OutboxHandler() {
                    @Override
                    public Kind kind() {
                        return Kind.ANNOUNCE_REQUEST;
                    }

                    @Override
                    public void handle(OutboxEvent event) {
                        meanwhile.add(other.handle());
                    }
                };

        DeliveringNode.named("a", outbox, leases, clock, request, grant, end).handle();

        assertThat(meanwhile).singleElement().satisfies(d -> assertThat(d.isEmpty()).isTrue());
        assertThat(grant.done()).containsExactly("r1-0");
        assertThat(end.done()).containsExactly("r1-0");
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void withoutLeasesNothingIsLostAndAtMostBothDeliverIt() throws Exception {
        write();

        together(
                (name, holder, life) -> {
                    throw new Problem.Unavailable("Redis", Duration.ofSeconds(5)).asException();
                });

        assertThat(outbox.all()).isEmpty();
        assertThat(handler.calls).hasSize(SUBJECTS);
        assertThat(handler.calls.values()).allSatisfy(n -> assertThat(n.get()).isBetween(1, 2));
    }

    /** The list is as old as the longest turn: what was delivered since must not be again. */
    @Test
    void anOldListDoesNotMakeAnythingHappenAgain() {
        write();
        Leases leases = new InMemoryLeases(clock);
        List<OutboxEvent> old = outbox.due(clock.instant(), DeliverEvents.MOST);
        node("a", outbox, leases, clock).handle();

        assertThat(node("b", outbox, leases, clock).handle(old).isEmpty()).isTrue();

        assertThat(handler.calls.values()).allSatisfy(n -> assertThat(n).hasValue(1));
    }

    private void together(Leases leases) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                DeliverEvents node = node(name, outbox, leases, clock);
                for (int worker = 0; worker < 4; worker++) {
                    all.add(
                            threads.submit(
                                    () -> {
                                        start.await();
                                        return node.handle();
                                    }));
                }
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void write() {
        for (int i = 0; i < SUBJECTS; i++) {
            outbox.write("r" + i, List.of(Kind.ANNOUNCE_REQUEST), clock.instant());
        }
    }

    private DeliverEvents node(String name, Outbox from, Leases leases, Clock time) {
        return DeliveringNode.named(name, from, leases, time, handler);
    }

    /** Counts calls by event, and those that come while another about the subject goes on. */
    private static final class Counting implements OutboxHandler {
        private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
        private final Map<String, Boolean> underWay = new ConcurrentHashMap<>();
        private final AtomicInteger overlaps = new AtomicInteger();

        @Override
        public Kind kind() {
            return Kind.ANNOUNCE_REQUEST;
        }

        @Override
        public void handle(OutboxEvent event) {
            if (underWay.putIfAbsent(event.subject(), true) != null) {
                overlaps.incrementAndGet();
            }
            calls.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet();
            Thread.onSpinWait();
            underWay.remove(event.subject());
        }
    }
}
