package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/**
 * Strikes one change out of a request: the requester, the one whom it is for, a policy
 * administrator, or one who decides it. (ConsoleMe let everybody.)
 */
@UseCase
public class CancelChange {
    private final RequestDesk desk;
    private final RequestRights rights;
    private final Clock clock;

    @Inject
    public CancelChange(RequestDesk desk, RequestRights rights, Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden}; {@code
     *     Conflict} if the change is neither open nor failed
     */
    public ChangeRequest handle(Caller caller, RequestId id, String changeId) {
        return desk.handle(
                caller.origin(),
                id,
                "cancel_change",
                (request, attempt) -> {
                    if (!rights.mayCancelChange(caller, request)) {
                        throw attempt.refusal(
                                "NotRequester",
                                new Problem.Forbidden("This request is not yours to change."));
                    }
                    attempt.detail("change", request.change(changeId).id());
                    return request.changeCancelled(
                            changeId,
                            caller.user(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS));
                });
    }
}
