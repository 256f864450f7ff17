package org.consoleme.requests;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.shared.UserId;

/**
 * A change within its request.
 *
 * @param id the request's id followed by the change's place from 0, as ConsoleMe has it
 * @param updatedBy who last edited or approved it. Who cancelled it stands in its state: a change
 *     that is opened again is still known to be its writer's
 */
public record RequestedChange(
        String id, Change change, ChangeState state, Optional<UserId> updatedBy) {

    /** Who did the last thing to it: edited, approved or cancelled it. */
    public Optional<UserId> lastTouchedBy() {
        return state instanceof ChangeState.Cancelled(UserId by, Instant at)
                ? Optional.of(by)
                : updatedBy;
    }

    public RequestedChange in(ChangeState next) {
        return new RequestedChange(id, change, next, updatedBy);
    }

    public RequestedChange by(UserId user) {
        return new RequestedChange(id, change, state, Optional.of(user));
    }

    public RequestedChange asking(Change other) {
        return new RequestedChange(id, other, state, updatedBy);
    }
}
