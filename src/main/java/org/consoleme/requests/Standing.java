package org.consoleme.requests;

import java.time.Instant;
import java.util.List;

/** What the changes of a request make of it. */
public final class Standing {
    private Standing() {}

    /** Pending while one is open; else the furthest behind counts, a failure before all. */
    static RequestState of(List<RequestedChange> changes, Instant at) {
        List<ChangeState> states = changes.stream().map(RequestedChange::state).toList();
        if (states.stream().anyMatch(ChangeState::open)) {
            return new RequestState.Pending();
        }
        if (states.stream().anyMatch(ChangeState.Failed.class::isInstance)) {
            return new RequestState.Failed(at);
        }
        if (states.stream().anyMatch(ChangeState.Applying.class::isInstance)) {
            return new RequestState.Applying(at);
        }
        if (states.stream().anyMatch(ChangeState.Approved.class::isInstance)) {
            return new RequestState.Approved(at);
        }
        return states.stream()
                .filter(ChangeState.Applied.class::isInstance)
                .findFirst()
                .<RequestState>map(applied -> new RequestState.Applied(at))
                .orElseGet(() -> lastCancelled(changes, at));
    }

    private static RequestState lastCancelled(List<RequestedChange> changes, Instant at) {
        return changes.stream()
                .map(RequestedChange::state)
                .filter(ChangeState.Cancelled.class::isInstance)
                .map(ChangeState.Cancelled.class::cast)
                .max((a, b) -> a.at().compareTo(b.at()))
                .map(last -> new RequestState.Cancelled(last.by(), at))
                .orElseThrow();
    }

    /** For somebody who comes too late: who was first. */
    public static String sentence(ChangeRequest request) {
        String who = approver(request);
        return switch (request.state()) {
            case RequestState.Pending pending -> "It waits for a decision.";
            case RequestState.Approved approved -> who + " approved it already.";
            case RequestState.Applying applying ->
                    who + " approved it already, and it is being applied.";
            case RequestState.Applied applied -> who + " approved it already, and it is applied.";
            case RequestState.Failed failed ->
                    who + " approved it already, but it could not be applied.";
            case RequestState.Rejected rejected -> rejected.by() + " denied it already.";
            case RequestState.Cancelled cancelled -> cancelled.by() + " withdrew it.";
            case RequestState.Expired expired -> StandingApprovals.expired(request);
        };
    }

    private static String approver(ChangeRequest request) {
        return request.reviews().stream()
                .filter(review -> review.verdict() == Review.Verdict.APPROVED)
                .reduce((first, second) -> second)
                .map(review -> review.by().value())
                .orElse("A rule");
    }
}
