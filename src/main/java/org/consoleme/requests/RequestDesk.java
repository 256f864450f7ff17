package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consoleme.audit.Origin;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;

/**
 * Where every command on a stored request is worked on: read it, let the command make the next one
 * of it, store that with its audit row and its effects. If somebody else was faster, the command is
 * worked on again with what they left, and so finds out by itself whether it is too late.
 */
@Single
public class RequestDesk {
    private static final int MOST_ATTEMPTS = 10;

    private final Requests requests;
    private final OlderRequests older;
    private final RequestAudit audit;
    private final Clock clock;

    @Inject
    public RequestDesk(Requests requests, OlderRequests older, RequestAudit audit, Clock clock) {
        this.requests = requests;
        this.older = older;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a command makes of a request. */
    @FunctionalInterface
    interface Command extends BiFunction<ChangeRequest, RequestAudit.Attempt, ChangeRequest> {}

    /**
     * @return as it is stored then
     * @throws org.consoleme.shared.ProblemException what the command says; {@code NotFound}; {@code
     *     Conflict} for a request that ConsoleMe made, and when others were always faster
     */
    ChangeRequest handle(Origin origin, RequestId id, String name, Command command) {
        return audit.refusals(
                origin,
                name,
                id.value(),
                attempt ->
                        insisting(
                                        origin,
                                        attempt,
                                        () -> Optional.of(find(id)),
                                        (before, known) ->
                                                Optional.of(command.apply(before, known)))
                                .orElseThrow());
    }

    /**
     * A step that nobody asks for: taken if it is still due.
     *
     * @param next empty if it is not; then nothing is written, and no audit row either
     * @return as it is stored then; empty if the step was not due
     */
    Optional<ChangeRequest> step(
            Origin origin,
            RequestId id,
            RequestAudit.Attempt attempt,
            Function<ChangeRequest, Optional<ChangeRequest>> next) {
        return insisting(
                origin, attempt, () -> requests.find(id), (before, any) -> next.apply(before));
    }

    private Optional<ChangeRequest> insisting(
            Origin origin,
            RequestAudit.Attempt attempt,
            Supplier<Optional<ChangeRequest>> read,
            BiFunction<ChangeRequest, RequestAudit.Attempt, Optional<ChangeRequest>> next) {
        for (int i = 1; ; i++) {
            Optional<ChangeRequest> before = read.get();
            Optional<ChangeRequest> after = before.flatMap(now -> next.apply(now, attempt));
            try {
                return after.map(made -> replace(origin, attempt, before.get(), made));
            } catch (ProblemException e) {
                if (i == MOST_ATTEMPTS || !(e.problem() instanceof Problem.Conflict)) {
                    throw e;
                }
            }
        }
    }

    private ChangeRequest replace(
            Origin origin,
            RequestAudit.Attempt attempt,
            ChangeRequest before,
            ChangeRequest after) {
        return requests.replace(
                before,
                after,
                new Transition(
                        audit.done(origin, attempt, after, clock.instant()),
                        effects(before, after)));
    }

    private ChangeRequest find(RequestId id) {
        return requests.find(id)
                .orElseThrow(
                        () ->
                                older.find(id).isPresent()
                                        ? new Problem.Conflict(
                                                        "ConsoleMe made this request: it can be"
                                                                + " read, and no more.")
                                                .asException()
                                        : new Problem.NotFound("request", id.value())
                                                .asException());
    }

    /** What is newly approved is carried out, and everything is announced. */
    private static List<OutboxEvent.Kind> effects(ChangeRequest before, ChangeRequest after) {
        boolean begins =
                after.changes().stream()
                        .filter(change -> change.state() instanceof ChangeState.Approved)
                        .anyMatch(change -> !isUnderWay(before.change(change.id()).state()));
        return effects(begins);
    }

    /** Approved before, and put off or not yet begun: its event is there already. */
    private static boolean isUnderWay(ChangeState state) {
        return state instanceof ChangeState.Approved || state instanceof ChangeState.Applying;
    }

    static List<OutboxEvent.Kind> effects(ChangeRequest opened) {
        return effects(
                opened.changes().stream()
                        .anyMatch(change -> change.state() instanceof ChangeState.Approved));
    }

    private static List<OutboxEvent.Kind> effects(boolean begins) {
        return begins
                ? List.of(OutboxEvent.Kind.APPLY_REQUEST, OutboxEvent.Kind.ANNOUNCE_REQUEST)
                : List.of(OutboxEvent.Kind.ANNOUNCE_REQUEST);
    }
}
