package org.consoleme.requests;

import java.util.Optional;
import org.consoleme.shared.UserId;

/**
 * A change within its request.
 *
 * @param id the request's id followed by the change's place from 0, as ConsoleMe has it
 * @param updatedBy who last edited, decided or cancelled it
 */
public record RequestedChange(
        String id, Change change, ChangeState state, Optional<UserId> updatedBy) {

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
