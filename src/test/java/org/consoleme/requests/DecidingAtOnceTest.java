package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.HeldWriter;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** What many at the same moment make of one request. */
class DecidingAtOnceTest {
    private final RequestsFixture fixture = new RequestsFixture();

    @Test
    void slackT45_aHundredClicksOfOnePersonAreOneDecision() {
        ChangeRequest request = fixture.roleAsked();
        Tally tally = new Tally();
        tally.inParallel(100, i -> fixture.approved(CAROL, request));

        assertThat(tally.done).hasValue(1);
        assertThat(tally.conflicts).hasValue(99);
        isDecidedOnce(request, 99);
        Problem late = problem(Problem.Conflict.class, () -> fixture.approved(CAROL, request));
        assertThat(late.sentence()).startsWith("carol@example.com approved it already");
    }

    @Test
    void slackT45_T46_aHundredPeopleAtTheSameMomentAreOneOutcome() {
        ChangeRequest request = fixture.roleAsked();
        Tally tally = new Tally();
        tally.inParallel(
                100,
                i -> {
                    Caller caller = Callers.web("approver" + i + "@example.com", "team");
                    fixture.reviewing()
                            .handle(
                                    caller,
                                    request.id(),
                                    i % 2 == 0 ? approve(request) : reject(request));
                });

        assertThat(tally.done).hasValue(1);
        assertThat(fixture.now(request).reviews()).hasSize(1);
        if (fixture.now(request).state() instanceof RequestState.Approved) {
            isDecidedOnce(request, 99);
        } else {
            assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Rejected.class);
            fixture.deliver();
            assertThat(fixture.grants.of(ALICE.user(), 9)).isEmpty();
        }
    }

    private void isDecidedOnce(ChangeRequest request, int denials) {
        assertThat(fixture.now(request).reviews()).hasSize(1);
        assertThat(fixture.trail.events().stream().filter(e -> e.outcome() == Outcome.DONE))
                .hasSize(1);
        assertThat(fixture.trail.events().stream().filter(e -> e.outcome() == Outcome.DENIED))
                .hasSize(denials);
        assertThat(
                        fixture.outbox.all().stream()
                                .filter(e -> e.kind() == OutboxEvent.Kind.APPLY_REQUEST))
                .hasSize(1);
        fixture.deliver();
        assertThat(fixture.grants.of(ALICE.user(), 9)).hasSize(1);
    }

    @Test
    void slackT46_twoApprovalsAtTheSameMomentBothCount() {
        fixture.configure(TwoNeededTest.TWO_NEEDED);
        ChangeRequest request = fixture.roleAsked();
        Tally tally = new Tally();
        tally.inParallel(2, i -> fixture.approved(i == 0 ? CAROL : DAN, request));
        assertThat(tally.done).hasValue(2);
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Approved.class);
    }

    /**
     * The approval has read the request and is about to be written; meanwhile comes {@code other}.
     */
    private Problem approvalOvertakenBy(ChangeRequest request, Runnable other) {
        HeldWriter approval = fixture.requests.holdNextWriter();
        AtomicReference<Problem> lost = new AtomicReference<>();
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.execute(
                    () ->
                            lost.set(
                                    problem(
                                            Problem.Conflict.class,
                                            () -> fixture.approved(CAROL, request))));
            approval.awaitArrival();
            other.run();
            approval.letGo();
        }
        assertThat(fixture.now(request).reviews()).isEmpty();
        fixture.deliver();
        assertThat(fixture.grants.of(ALICE.user(), 9)).isEmpty();
        return lost.get();
    }

    /** {@code step} has read the request and is about to be written; meanwhile it is approved. */
    private void approvalOvertakes(ChangeRequest request, Runnable step) {
        HeldWriter other = fixture.requests.holdNextWriter();
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.execute(step);
            other.awaitArrival();
            fixture.approved(CAROL, request);
            other.letGo();
        }
        isDecidedOnce(request, fixture.trail.events().size() - 1);
    }

    @Test
    void slackT46_whatIsWithdrawnMeanwhileIsNotApproved() {
        ChangeRequest request = fixture.roleAsked();
        Problem lost =
                approvalOvertakenBy(
                        request, () -> fixture.cancelling().handle(ALICE, request.id()));
        assertThat(lost.sentence()).isEqualTo("alice@example.com withdrew it.");
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Cancelled.class);
    }

    @Test
    void slackT46_whatIsApprovedMeanwhileIsNotWithdrawn() {
        ChangeRequest request = fixture.roleAsked();
        approvalOvertakes(
                request,
                () ->
                        problem(
                                Problem.Conflict.class,
                                () -> fixture.cancelling().handle(ALICE, request.id())));
    }

    @Test
    void slackT46_whatExpiresMeanwhileIsNotApproved() {
        ChangeRequest request = fixture.roleAsked();
        Problem lost =
                approvalOvertakenBy(
                        request,
                        () -> {
                            fixture.clock.advance(Duration.ofDays(3));
                            assertThat(fixture.expiring().handle(CAROL.origin())).isEqualTo(1);
                        });
        assertThat(lost.sentence()).contains("expired");
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Expired.class);
    }

    /** The clock of the node that expires it is ahead of the other's. */
    @Test
    void slackT46_whatIsApprovedMeanwhileDoesNotExpire() {
        ChangeRequest request = fixture.roleAsked();
        Clock ahead = Clock.offset(fixture.clock, Duration.ofDays(3));
        RequestDesk desk =
                new RequestDesk(
                        fixture.requests,
                        fixture.older,
                        new RequestAudit(fixture.trail, ahead),
                        ahead);
        AtomicInteger expired = new AtomicInteger(-1);
        approvalOvertakes(
                request,
                () ->
                        expired.set(
                                new ExpireRequests(fixture.requests, desk, ahead)
                                        .handle(CAROL.origin())));
        assertThat(expired).hasValue(0);
    }

    /** How many steps ended how. */
    private static final class Tally {
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger conflicts = new AtomicInteger();

        void inParallel(int times, IntConsumer step) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < times; i++) {
                    int place = i;
                    threads.execute(
                            () -> {
                                try {
                                    step.accept(place);
                                    done.incrementAndGet();
                                } catch (ProblemException e) {
                                    if (e.problem() instanceof Problem.Conflict) {
                                        conflicts.incrementAndGet();
                                    }
                                }
                            });
                }
            }
        }
    }
}
