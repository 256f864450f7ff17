package org.consoleme.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.shared.UserId;

/**
 * A change within its request.
 *
 * @param id the request's id followed by the change's place from 0, as ConsoleMe has it
 * @param updatedBy who last edited or approved it. Who cancelled it stands in its state: a change
 *     that is opened again is still known to be its writer's
 * @param writers everybody who ever edited it, besides the requester, who wrote it first
 */
public record RequestedChange(
        String id,
        Change change,
        ChangeState state,
        Optional<UserId> updatedBy,
        Set<UserId> writers) {
    public RequestedChange {
        writers = Set.copyOf(writers);
    }

    /** As the requester wrote it. */
    public RequestedChange(
            String id, Change change, ChangeState state, Optional<UserId> updatedBy) {
        this(id, change, state, updatedBy, Set.of());
    }

    /** Who did the last thing to it: edited, approved or cancelled it. */
    public Optional<UserId> lastTouchedBy() {
        return state instanceof ChangeState.Cancelled(UserId by, Instant at)
                ? Optional.of(by)
                : updatedBy;
    }

    public RequestedChange in(ChangeState next) {
        return new RequestedChange(id, change, next, updatedBy, writers);
    }

    public RequestedChange by(UserId user) {
        return new RequestedChange(id, change, state, Optional.of(user), writers);
    }

    /** Asks for something else, as {@code writer} has it now. */
    public RequestedChange rewritten(Change other, UserId writer) {
        return new RequestedChange(
                id,
                other,
                state,
                Optional.of(writer),
                Stream.concat(writers.stream(), Stream.of(writer))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
