package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.newPolicy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consoleme.audit.DeliverEvents;
import org.consoleme.audit.Delivery;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.audit.ScriptedHandler;
import org.consoleme.batch.BatchSettings;
import org.consoleme.batch.LeasedClaims;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** Two nodes over the same stores, with what really applies a request. */
class TwoNodesApplyTest {
    private static final int REQUESTS = 20;
    private static final Leases AWAY =
            (name, holder, life) -> {
                throw new Problem.Unavailable("Redis", Duration.ofSeconds(5)).asException();
            };

    private final RequestsFixture fixture = new RequestsFixture();
    private final ScriptedHandler announced = new ScriptedHandler(Kind.ANNOUNCE_REQUEST);

    @Test
    void eachApprovedChangeIsMadeOnce() throws Exception {
        List<ChangeRequest> requests = approved();

        together(new InMemoryLeases(fixture.clock));

        assertAppliedOnce(requests);
    }

    @Test
    void eachApprovedChangeIsMadeOnceWithoutLeasesToo() throws Exception {
        List<ChangeRequest> requests = approved();

        together(AWAY);

        assertAppliedOnce(requests);
    }

    @Test
    void whatANodeWasAtWhenItDiedIsMadeOnceByTheOther() {
        ChangeRequest request = approved().getFirst();
        Leases leases = new InMemoryLeases(fixture.clock);
        DeliverEvents dying = node("a", leases, new Dying(fixture.applying()));
        assertThat(catchThrowable(dying::handle)).isInstanceOf(StackOverflowError.class);

        DeliverEvents other = node("b", leases, fixture.applying());
        settle(other);

        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls()).hasSize(REQUESTS).doesNotHaveDuplicates();
    }

    private List<ChangeRequest> approved() {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> fixture.opened(ALICE, newPolicy("logs" + i)))
                .map(request -> fixture.approved(CAROL, request))
                .toList();
    }

    private void together(Leases leases) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<DeliverEvents> nodes =
                List.of(
                        node("a", leases, fixture.applying()),
                        node("b", leases, fixture.applying()));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Delivery>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                DeliverEvents node = nodes.get(i % 2);
                all.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return node.handle();
                                }));
            }
            start.countDown();
            for (Future<Delivery> one : all) {
                one.get();
            }
        }
        settle(nodes.getLast());
    }

    /** A few minutes of turns. */
    private void settle(DeliverEvents node) {
        for (int turn = 0; turn < 10; turn++) {
            node.handle();
            fixture.clock.advance(Duration.ofSeconds(61));
        }
        node.handle();
        assertThat(fixture.outbox.all()).isEmpty();
    }

    private void assertAppliedOnce(List<ChangeRequest> requests) {
        assertThat(fixture.policies.calls()).hasSize(REQUESTS).doesNotHaveDuplicates();
        assertThat(requests)
                .allSatisfy(
                        request ->
                                assertThat(fixture.now(request).state())
                                        .isInstanceOf(RequestState.Applied.class));
        assertThat(announced.done())
                .containsAll(requests.stream().map(request -> request.id().value()).toList());
    }

    private DeliverEvents node(String name, Leases leases, OutboxHandler applying) {
        BatchSettings settings =
                BatchSettings.from(new MapConfiguration(Map.of("node.name", name)), "host");
        return new DeliverEvents(
                fixture.outbox,
                List.of(applying, announced),
                new LeasedClaims(leases, settings, fixture.clock),
                fixture.clock);
    }

    /** Makes the effect, and does not live to see it noted. */
    private record Dying(OutboxHandler behind) implements OutboxHandler {
        @Override
        public Kind kind() {
            return behind.kind();
        }

        @Override
        public void handle(OutboxEvent event) {
            behind.handle(event);
            throw new StackOverflowError();
        }
    }
}
