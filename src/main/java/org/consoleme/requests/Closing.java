package org.consoleme.requests;

import java.time.Instant;
import java.util.Optional;

/** How a request ends without having been carried out, and how it is opened again. */
final class Closing {
    private Closing() {}

    /** When it was rejected, cancelled or expired; empty for one that is not closed. */
    static Optional<Instant> closedAt(RequestState state) {
        return switch (state) {
            case RequestState.Rejected rejected -> Optional.of(rejected.at());
            case RequestState.Cancelled cancelled -> Optional.of(cancelled.at());
            case RequestState.Expired expired -> Optional.of(expired.at());
            case RequestState.Pending pending -> Optional.empty();
            case RequestState.Approved approved -> Optional.empty();
            case RequestState.Applying applying -> Optional.empty();
            case RequestState.Applied applied -> Optional.empty();
            case RequestState.Failed failed -> Optional.empty();
        };
    }

    static ChangeRequest expired(ChangeRequest request, Instant at) {
        if (request.untouched()) {
            return Revised.of(request).at(at).state(new RequestState.Expired(at)).build();
        }
        return Revised.of(request)
                .at(at)
                .each(
                        change ->
                                change.state().open()
                                        ? change.in(
                                                new ChangeState.Cancelled(ChangeRequest.SYSTEM, at))
                                        : change)
                .build();
    }

    static ChangeRequest reopened(ChangeRequest request, Instant at, Instant expiresAt) {
        if (request.closedAt().isEmpty()) {
            throw StillPossible.conflict("Only a request that was closed can be opened again.");
        }
        return Revised.of(request)
                .at(at)
                .expiresAt(expiresAt)
                .remembering()
                .each(
                        change ->
                                change.state() instanceof ChangeState.Cancelled
                                        ? change.in(new ChangeState.Open())
                                        : change)
                .build();
    }
}
