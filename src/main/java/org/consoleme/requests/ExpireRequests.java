package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Origin;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends requests that nobody decided in time. Only tidies up: a request whose time is over cannot be
 * approved any more, whether this ran or not. Twice, or on two nodes, does no harm. Requests that
 * ConsoleMe made are never touched.
 */
@UseCase
public class ExpireRequests {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireRequests.class);
    private static final int PAGE = 100;

    private final Requests requests;
    private final RequestDesk desk;
    private final Clock clock;

    @Inject
    public ExpireRequests(Requests requests, RequestDesk desk, Clock clock) {
        this.requests = requests;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param origin of the job's run
     * @return how many were ended
     * @throws ProblemException {@code Unavailable} if the store does not answer; what was ended
     *     stays so
     */
    public int handle(Origin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<RequestId> seen = new HashSet<>();
        int ended = 0;
        List<ChangeRequest> fresh = overdue(now, seen);
        while (!fresh.isEmpty()) {
            for (ChangeRequest request : fresh) {
                seen.add(request.id());
                ended += expired(origin, request.id(), now) ? 1 : 0;
            }
            fresh = overdue(now, seen);
        }
        return ended;
    }

    /** A list may still show what was ended just now. */
    private List<ChangeRequest> overdue(Instant now, Set<RequestId> seen) {
        return requests.overdue(now, PAGE).stream()
                .filter(request -> !seen.contains(request.id()))
                .toList();
    }

    private boolean expired(Origin origin, RequestId id, Instant now) {
        try {
            return desk.step(
                            origin,
                            id,
                            new RequestAudit.Attempt("expire"),
                            request ->
                                    request.overdue(now)
                                            ? Optional.of(request.expired(now))
                                            : Optional.empty())
                    .isPresent();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Unavailable) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("request", id)
                    .addKeyValue("cause", e.problem().sentence())
                    .log("request not expired");
            return false;
        }
    }
}
