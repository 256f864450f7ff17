package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.junit.jupiter.api.Test;

class OutboxQueueTest {
    private final OutboxQueue queue = new OutboxQueue();
    private int ids;

    @Test
    void eachReadyLaneDeservesAWorkerUpToFour() {
        for (int i = 0; i < 10; i++) {
            queue.add(event(Kind.APPLY_REQUEST, "r" + i));
        }

        int workers = 0;
        while (queue.enter()) {
            workers++;
        }

        assertThat(workers).isEqualTo(OutboxQueue.MOST_WORKERS);
    }

    @Test
    void announcementsLeaveWorkersForWhatWasApproved() {
        for (int i = 0; i < 10; i++) {
            queue.add(event("r" + i));
        }
        int announcing = 0;
        while (queue.enter()) {
            assertThat(queue.next().orElseThrow()).hasSize(1);
            announcing++;
        }

        OutboxEvent approved = event(Kind.APPLY_REQUEST, "a");
        queue.add(approved);

        assertThat(announcing).isEqualTo(OutboxQueue.MOST_ANNOUNCING);
        assertThat(queue.enter()).isTrue();
        assertThat(queue.next().orElseThrow()).containsExactly(approved);
    }

    @Test
    void whatWasApprovedGoesBeforeWhatWaitsLonger() {
        queue.add(event("r"));
        OutboxEvent approved = event(Kind.APPLY_REQUEST, "a");
        queue.add(approved);
        queue.enter();

        assertThat(queue.next().orElseThrow()).containsExactly(approved);
    }

    @Test
    void oneLaneNeedsOneWorkerHoweverManyEventsItHas() {
        queue.add(event("r1"));
        queue.add(event("r1"));

        assertThat(queue.enter()).isTrue();
        assertThat(queue.enter()).isFalse();
        assertThat(queue.next().orElseThrow()).hasSize(2);
    }

    @Test
    void whatComesWhileItsLaneIsUnderWayWaitsForThatWorker() {
        queue.add(event("r1"));
        queue.enter();
        List<OutboxEvent> first = queue.next().orElseThrow();
        OutboxEvent later = event("r1");
        queue.add(later);

        assertThat(queue.enter()).isFalse();
        queue.done(first);

        assertThat(queue.next().orElseThrow()).containsExactly(later);
    }

    @Test
    void aWorkerThatFindsNothingIsGoneAndTheNextEventBringsANewOne() {
        queue.add(event("r1"));
        queue.enter();
        queue.done(queue.next().orElseThrow());
        assertThat(queue.next().isPresent()).isFalse();

        queue.add(event("r2"));

        assertThat(queue.enter()).isTrue();
    }

    @Test
    void theSameEventIsKeptOnceAndTheQueueHasBounds() {
        OutboxEvent event = event("r1");
        queue.add(event);
        queue.add(event);
        for (int i = 0; i < 2 * OutboxQueue.MOST_IN_LANE; i++) {
            queue.add(event("r1"));
        }
        for (int i = 0; i < 2 * OutboxQueue.MOST_LANES; i++) {
            queue.add(event("s" + i));
        }

        queue.enter();
        int lanes = 0;
        List<OutboxEvent> first = queue.next().orElseThrow();
        assertThat(first).hasSize(OutboxQueue.MOST_IN_LANE).doesNotHaveDuplicates();
        for (List<OutboxEvent> next = first;
                !next.isEmpty();
                next = queue.next().orElse(List.of())) {
            lanes++;
            queue.done(next);
        }
        assertThat(lanes).isEqualTo(OutboxQueue.MOST_LANES);
    }

    @Test
    void aClosedQueueBeginsNothing() {
        queue.add(event("r1"));
        queue.close();
        queue.add(event("r2"));

        assertThat(queue.enter()).isFalse();
    }

    private OutboxEvent event(String subject) {
        return event(Kind.ANNOUNCE_REQUEST, subject);
    }

    private OutboxEvent event(Kind kind, String subject) {
        ids++;
        return new OutboxEvent(
                "%05d".formatted(ids), kind, subject, Instant.EPOCH, 0, Instant.EPOCH);
    }
}
