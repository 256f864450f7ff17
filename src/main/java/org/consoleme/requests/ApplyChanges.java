package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxHandler;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;

/**
 * Carries out what was approved, change by change: marks a change as being applied, has its effect
 * made, and writes the outcome. Whoever finds a mark older than a call can take takes over; effects
 * look before they act, so that twice is as good as once.
 */
@Single
public class ApplyChanges implements OutboxHandler {
    static final Duration MARK_COUNTS = Duration.ofSeconds(60);

    /**
     * So long after its mark a change may still be begun: a single call and its retries take a
     * quarter of a minute at most, so that it is over before anybody takes over.
     */
    static final Duration BEGUN_WITHIN = Duration.ofSeconds(40);

    /** Then people have to look: they can have it tried again. */
    private static final int MOST_DELIVERIES = 20;

    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Requests requests;
    private final RequestDesk desk;
    private final ChangeEffects effects;
    private final Clock clock;

    @Inject
    public ApplyChanges(Requests requests, RequestDesk desk, ChangeEffects effects, Clock clock) {
        this.requests = requests;
        this.desk = desk;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public OutboxEvent.Kind kind() {
        return OutboxEvent.Kind.APPLY_REQUEST;
    }

    /**
     * @throws ProblemException {@code Unavailable} to be called again: AWS does not answer, or
     *     somebody else is at a change
     */
    @Override
    public void handle(OutboxEvent event) {
        RequestId id = new RequestId(event.subject());
        List<String> changes =
                requests.find(id).map(ChangeRequest::changes).orElse(List.of()).stream()
                        .map(RequestedChange::id)
                        .toList();
        Optional<ProblemException> again = Optional.empty();
        for (String change : changes) {
            try {
                apply(id, change, event);
            } catch (ProblemException e) {
                again = Optional.of(e);
            }
        }
        if (again.isPresent()) {
            throw again.get();
        }
    }

    private void apply(RequestId id, String changeId, OutboxEvent event) {
        Optional<ChangeRequest> marked = mark(id, changeId, event);
        if (marked.isEmpty()) {
            return;
        }
        ChangeState.Applying mark = (ChangeState.Applying) marked.get().change(changeId).state();
        RequestAudit.Attempt attempt = new RequestAudit.Attempt("apply").detail("change", changeId);
        Deadline deadline = new Deadline(clock, mark.since().plus(BEGUN_WITHIN));
        ChangeState outcome = outcome(marked.get(), changeId, event, deadline, attempt);
        write(id, changeId, mark, outcome, attempt, event);
        if (outcome instanceof ChangeState.Applied) {
            effects.refresh(marked.get(), changeId);
        }
        if (outcome instanceof ChangeState.Approved) {
            throw new Problem.Unavailable("AWS", NEXT_TRY).asException();
        }
    }

    /** Empty if there is nothing to do with the change, or not any more. */
    private Optional<ChangeRequest> mark(RequestId id, String changeId, OutboxEvent event) {
        Instant now = now();
        return desk.step(
                origin(event),
                id,
                new RequestAudit.Attempt("begin_apply").detail("change", changeId),
                request ->
                        attempt(request.change(changeId).state(), now)
                                .map(
                                        attempt ->
                                                request.outcome(
                                                        changeId,
                                                        new ChangeState.Applying(attempt, now),
                                                        now)));
    }

    /**
     * @return the attempt that is due now
     * @throws ProblemException {@code Unavailable} as long as somebody else may be at it
     */
    private static Optional<Integer> attempt(ChangeState state, Instant now) {
        return switch (state) {
            case ChangeState.Approved approved -> Optional.of(1);
            case ChangeState.Applying(int attempt, Instant since) -> {
                Duration left = Duration.between(now, since.plus(MARK_COUNTS));
                if (left.isPositive()) {
                    throw new Problem.Unavailable("another node", left).asException();
                }
                yield Optional.of(attempt + 1);
            }
            case ChangeState.Open open -> Optional.empty();
            case ChangeState.Applied applied -> Optional.empty();
            case ChangeState.Failed failed -> Optional.empty();
            case ChangeState.Cancelled cancelled -> Optional.empty();
        };
    }

    /** What became of it; {@code Approved} again if that is for later. */
    private ChangeState outcome(
            ChangeRequest request,
            String changeId,
            OutboxEvent event,
            Deadline deadline,
            RequestAudit.Attempt attempt) {
        try {
            effects.make(request, changeId, origin(event), deadline);
            return new ChangeState.Applied(now());
        } catch (ProblemException e) {
            attempt.failed(e.problem());
            boolean passes =
                    e.problem() instanceof Problem.Unavailable
                            || e.problem() instanceof Problem.TooMany;
            return passes && event.attempts() < MOST_DELIVERIES
                    ? new ChangeState.Approved(now())
                    : new ChangeState.Failed(now(), e.problem().sentence());
        }
    }

    /** Unless somebody took over meanwhile: then they write what became of it. */
    private void write(
            RequestId id,
            String changeId,
            ChangeState.Applying mark,
            ChangeState outcome,
            RequestAudit.Attempt attempt,
            OutboxEvent event) {
        desk.step(
                origin(event),
                id,
                attempt,
                request ->
                        request.change(changeId).state().equals(mark)
                                ? Optional.of(request.outcome(changeId, outcome, now()))
                                : Optional.empty());
    }

    /** The event's id leads from the audit row to the log. */
    private static Origin origin(OutboxEvent event) {
        return new Origin("outbox", Door.BATCH, event.id(), Optional.empty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
