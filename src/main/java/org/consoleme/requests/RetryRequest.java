package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/**
 * Has failed changes carried out again, exactly as they were approved: the requester, the one whom
 * it is for, a policy administrator, or one who decides it.
 */
@UseCase
public class RetryRequest {
    /** What people agreed to then they may not agree to now. */
    private static final Duration APPROVAL_COUNTS = Duration.ofHours(24);

    private final RequestDesk desk;
    private final RequestRights rights;
    private final Clock clock;

    @Inject
    public RetryRequest(RequestDesk desk, RequestRights rights, Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden}; {@code
     *     Conflict} if nothing failed
     */
    public ChangeRequest handle(Caller caller, RequestId id) {
        return desk.handle(
                caller.origin(),
                id,
                "retry",
                (request, attempt) -> {
                    if (!rights.mayCancelChange(caller, request)) {
                        throw attempt.refusal(
                                "NotRequester",
                                new Problem.Forbidden("This request is not yours to try again."));
                    }
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    if (request.state() instanceof RequestState.Failed(Instant at)
                            && at.plus(APPROVAL_COUNTS).isBefore(now)) {
                        throw attempt.refusal(
                                "OldApproval",
                                new Problem.Conflict(
                                        "It failed more than a day ago: edit it, or ask again."));
                    }
                    return request.retried(now);
                });
    }
}
