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
import java.util.function.Function;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Lane;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.audit.OutboxHandler;
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
    private final Counting handler = new Counting(Kind.ANNOUNCE_REQUEST, new ConcurrentHashMap<>());

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
    void whatIsToldOfARequestAndOfItsGrantIsToldOneAfterTheOther() throws Exception {
        write();
        for (int i = 0; i < SUBJECTS; i++) {
            outbox.write("r" + i + "-0", List.of(Kind.ANNOUNCE_GRANT), clock.instant());
            outbox.write("r" + i + "-0", List.of(Kind.REMIND_OF_END), clock.instant());
        }
        Counting request = handler;
        Counting grant = new Counting(Kind.ANNOUNCE_GRANT, request.underWay);
        Counting end = new Counting(Kind.REMIND_OF_END, request.underWay);
        Leases leases = new InMemoryLeases(clock);

        for (int turn = 0; turn < 5 && !outbox.all().isEmpty(); turn++) {
            together(
                    name -> DeliveringNode.named(name, outbox, leases, clock, request, grant, end));
        }

        assertThat(outbox.all()).isEmpty();
        assertThat(request.overlaps.get() + grant.overlaps.get() + end.overlaps.get()).isZero();
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
        together(name -> node(name, outbox, leases, clock));
    }

    private void together(Function<String, DeliverEvents> nodes) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String name : List.of("a", "b")) {
                DeliverEvents node = nodes.apply(name);
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

    /** Counts calls by event, and those that come while another about the request goes on. */
    private static final class Counting implements OutboxHandler {
        private final Kind kind;
        private final Map<String, Boolean> underWay;
        private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
        private final AtomicInteger overlaps = new AtomicInteger();

        Counting(Kind kind, Map<String, Boolean> underWay) {
            this.kind = kind;
            this.underWay = underWay;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public void handle(OutboxEvent event) {
            String request = Lane.of(event).request();
            if (underWay.putIfAbsent(request, true) != null) {
                overlaps.incrementAndGet();
            }
            calls.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet();
            Thread.onSpinWait();
            underWay.remove(request);
        }
    }
}
