package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consoleme.access.ApprovalRule;
import org.consoleme.access.Ruling;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/**
 * Lets a request that was rejected, withdrawn or expired wait for decisions again: a policy
 * administrator, until 24 h after it was closed. What was said to it since does not lengthen that.
 */
@UseCase
public class ReopenRequest {
    private final RequestDesk desk;
    private final RequestRights rights;
    private final Clock clock;

    @Inject
    public ReopenRequest(RequestDesk desk, RequestRights rights, Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden} to others,
     *     after 24 h, and for a request that is not closed
     */
    public ChangeRequest handle(Caller caller, RequestId id) {
        return desk.handle(
                caller.origin(),
                id,
                "reopen",
                (request, attempt) -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    if (!rights.mayReopen(caller, request, now)) {
                        throw attempt.refusal(
                                "NotReopened",
                                new Problem.Forbidden(
                                        "Policy administrators open a request again, until 24"
                                                + " hours after it was closed."));
                    }
                    return request.reopened(now, RequestTime.end(now, rule(request)));
                });
    }

    private ApprovalRule rule(ChangeRequest request) {
        return switch (rights.ruling(request)) {
            case Ruling.Governed(ApprovalRule rule) -> rule;
            case Ruling.Closed closed -> ApprovalRule.DEFAULT;
        };
    }
}
