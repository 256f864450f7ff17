package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.Ruling;
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
     *     Conflict} if nothing failed, its approval is older than a day, or a role is asked for
     *     longer than the rules allow by now
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
                    requireWithinRules(request, attempt);
                    return request.retried(clock.instant().truncatedTo(ChronoUnit.MILLIS));
                });
    }

    /** A role's time begins anew, so the rule of this moment says how long it may be. */
    private void requireWithinRules(ChangeRequest request, RequestAudit.Attempt attempt) {
        for (RequestedChange change : request.changes()) {
            if (change.state() instanceof ChangeState.Failed
                    && change.change() instanceof Change.RoleForATime role) {
                switch (rights.ruling(request)) {
                    case Ruling.Governed(ApprovalRule rule) -> requireWithin(role, rule, attempt);
                    case Ruling.Closed(String cause, String sentence) ->
                            throw attempt.refusal(cause, new Problem.Forbidden(sentence));
                }
            }
        }
    }

    private static void requireWithin(
            Change.RoleForATime role, ApprovalRule rule, RequestAudit.Attempt attempt) {
        if (role.length().compareTo(rule.maxDuration()) > 0) {
            throw attempt.refusal(
                    "TooLong",
                    new Problem.Conflict(
                            "The rules allow "
                                    + rule.maxDuration().toMinutes()
                                    + " minutes at most by now: edit it, or ask again."));
        }
    }
}
