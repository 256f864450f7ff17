package org.consoleme.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Somebody may use a role until an instant. The record itself is the proof: whatever a job or a
 * cache says, it is over when its end has come.
 *
 * @param revision 0 before it is stored
 * @param request that it came from
 * @param start whole seconds, rounded down
 * @param end as it was approved; it never moves, and keys issued under the grant carry it. Whole
 *     seconds, rounded down: AWS compares no finer
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
    public Grant {
        start = start.truncatedTo(ChronoUnit.SECONDS);
        end = end.truncatedTo(ChronoUnit.SECONDS);
    }

    public boolean live(Instant now) {
        return closed.isEmpty() && !now.isBefore(start) && now.isBefore(end);
    }

    /** How long it still lives; zero if it does not. */
    public Duration left(Instant now) {
        return live(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** When it is over, or when that was. */
    public Instant over() {
        return closed.map(Closed::at).orElse(end);
    }

    /**
     * That both let the same person have the same role for the same length of time.
     *
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if they do not
     */
    public void requireGives(Grant wanted) {
        boolean same =
                user.equals(wanted.user)
                        && role.equals(wanted.role)
                        && Duration.between(start, end)
                                .equals(Duration.between(wanted.start, wanted.end));
        if (!same) {
            throw new Problem.Conflict("Another grant has this one's id: nothing was granted.")
                    .asException();
        }
    }

    /**
     * That whoever wants {@code wanted}, which has the same id, has it by this one already.
     *
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if this one gives something
     *     else, or has ended when the other one would begin
     */
    public void requireStandsFor(Grant wanted) {
        requireGives(wanted);
        if (closed.isPresent() || !wanted.start.isBefore(end)) {
            throw new Problem.Conflict("It ended already: ask again.").asException();
        }
    }

    /** The same, ended before its time. */
    public Grant closed(UserId by, Instant at, How how) {
        return new Grant(
                id,
                revision,
                request,
                user,
                role,
                start,
                end,
                Optional.of(new Closed(by, at, how)));
    }

    /** How it ended before its time. */
    public record Closed(UserId by, Instant at, How how) {}

    /** The names are stored. */
    public enum How {
        RETURNED,
        REVOKED
    }
}
