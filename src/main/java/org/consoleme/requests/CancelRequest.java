package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/**
 * Withdraws a request of which nothing was approved yet: the requester, the one whom it is for, or
 * a policy administrator.
 */
@UseCase
public class CancelRequest {
    private final RequestDesk desk;
    private final RequestRights rights;
    private final Clock clock;

    @Inject
    public CancelRequest(RequestDesk desk, RequestRights rights, Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden}; {@code
     *     Conflict} if it does not wait any more, or a part of it was decided
     */
    public ChangeRequest handle(Caller caller, RequestId id) {
        return desk.handle(
                caller.origin(),
                id,
                "cancel",
                (request, attempt) -> {
                    if (!rights.mayWithdraw(caller, request)) {
                        throw attempt.refusal(
                                "NotRequester",
                                new Problem.Forbidden("This request is not yours to withdraw."));
                    }
                    return request.cancelled(
                            caller.user(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
                });
    }
}
