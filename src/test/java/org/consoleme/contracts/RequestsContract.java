package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleTransitions.about;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

/**
 * Of many steps one is written, with its row and its effects; each test begins with an empty store.
 */
public abstract class RequestsContract extends StoredRequestsContract {
    /** Rows in the audit trail. */
    protected abstract int auditRows();

    /** What waits in the outbox, in the order of its ids. */
    protected abstract List<OutboxEvent> effects();

    @Test
    void anIdIsTakenOnce() {
        ChangeRequest request = SampleRequests.newPolicy();
        opened(request);
        int rows = auditRows();

        isConflict(() -> requests().open(request, about(request.id().value())));
        assertThat(auditRows()).isEqualTo(rows);
    }

    @Test
    void B13_whatChangedSinceItWasReadIsNotWrittenOver() {
        ChangeRequest read = opened(SampleRequests.newPolicy());
        ChangeRequest now = step(read, r -> r.cancelled(ALICE, NOON));
        int rows = auditRows();
        int events = effects().size();

        isConflict(() -> step(read, r -> r.reviewed(approval(r, BO), 1)));

        assertThat(requests().find(read.id())).contains(now);
        assertThat(auditRows()).isEqualTo(rows);
        assertThat(effects()).hasSize(events);
    }

    @Test
    void ofManyAtTheSameMomentOneIsWrittenWithItsRowAndItsEffect() {
        ChangeRequest read = opened(SampleRequests.newPolicy());
        int rows = auditRows();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                UserId who = new UserId("approver" + i + "@example.com");
                threads.execute(
                        () -> {
                            try {
                                requests()
                                        .replace(
                                                read,
                                                read.reviewed(approval(read, who), 1),
                                                about(
                                                        read.id().value(),
                                                        OutboxEvent.Kind.APPLY_REQUEST));
                                written.incrementAndGet();
                            } catch (ProblemException e) {
                                assertThat(e.problem()).isInstanceOf(Problem.Conflict.class);
                                refused.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(written).hasValue(1);
        assertThat(refused).hasValue(29);
        assertThat(requests().find(read.id()).orElseThrow().reviews()).hasSize(1);
        assertThat(auditRows()).isEqualTo(rows + 1);
        assertThat(effects()).hasSize(1);
    }

    @Test
    void effectsWaitInTheOutboxUnderTheRequestsId() {
        ChangeRequest request = SampleRequests.roleForTwoHours();
        requests()
                .open(
                        request,
                        about(
                                request.id().value(),
                                OutboxEvent.Kind.APPLY_REQUEST,
                                OutboxEvent.Kind.ANNOUNCE_REQUEST));

        assertThat(effects())
                .extracting(OutboxEvent::kind)
                .containsExactly(OutboxEvent.Kind.APPLY_REQUEST, OutboxEvent.Kind.ANNOUNCE_REQUEST);
        assertThat(effects())
                .allSatisfy(
                        event -> {
                            assertThat(event.subject()).isEqualTo(request.id().value());
                            assertThat(event.attempts()).isZero();
                        });
    }

    private static void isConflict(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.Conflict.class));
    }
}
