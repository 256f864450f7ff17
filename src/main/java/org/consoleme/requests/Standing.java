package org.consoleme.requests;

import java.time.Instant;
import java.util.List;

/** What the changes of a request make of it. */
final class Standing {
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

    /** For somebody who comes too late. */
    static String sentence(RequestState state) {
        return switch (state) {
            case RequestState.Pending pending -> "It waits for a decision.";
            case RequestState.Approved approved -> "It was approved already.";
            case RequestState.Applying applying -> "It was approved and is being applied.";
            case RequestState.Applied applied -> "It was approved and applied already.";
            case RequestState.Failed failed -> "It was approved, but could not be applied.";
            case RequestState.Rejected rejected -> rejected.by() + " denied it already.";
            case RequestState.Cancelled cancelled -> cancelled.by() + " withdrew it.";
            case RequestState.Expired expired -> "It expired before anybody decided.";
        };
    }
}
