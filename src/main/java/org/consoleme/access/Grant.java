package org.consoleme.access;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Somebody may use a role until an instant. The record itself is the proof: whatever a job or a
 * cache says, it is over when its end has come.
 *
 * @param revision 0 before it is stored
 * @param request that it came from
 * @param end when it ends, or ended
 * @param closed who ended it before its time; empty for a live one and for one that ran out
 */
public record Grant(
        GrantId id,
        long revision,
        RequestId request,
        UserId user,
        RoleArn role,
        Instant start,
        Instant end,
        Optional<Closed> closed) {

    public boolean live(Instant now) {
        return closed.isEmpty() && !now.isBefore(start) && now.isBefore(end);
    }

    /** How it ended before its time. */
    public record Closed(UserId by, Instant at, How how) {}

    /** The names are stored. */
    public enum How {
        RETURNED,
        REVOKED
    }
}
