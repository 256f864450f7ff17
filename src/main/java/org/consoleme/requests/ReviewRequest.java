package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/**
 * Approves or rejects. The decision counts for the very content whose hash it names, and the rules
 * and groups of this moment say who may take it.
 */
@UseCase
public class ReviewRequest {
    private static final String REASON = "reason";
    private static final int HASH_LENGTH = 64;

    private final RequestDesk desk;
    private final RequestRights rights;
    private final ProtectedRoles protectedRoles;
    private final OwnDecision ownDecision;
    private final Clock clock;

    @Inject
    public ReviewRequest(
            RequestDesk desk,
            RequestRights rights,
            ProtectedRoles protectedRoles,
            OwnDecision ownDecision,
            Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.protectedRoles = protectedRoles;
        this.ownDecision = ownDecision;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden} with the
     *     reason; {@code Conflict} if it is decided, was changed since it was shown, or its time is
     *     over; {@code Invalid} without a reason to reject
     */
    public ChangeRequest handle(Caller caller, RequestId id, ReviewCommand command) {
        String name =
                switch (command) {
                    case ReviewCommand.Approve approve -> "approve";
                    case ReviewCommand.Reject reject -> "reject";
                };
        return desk.handle(
                caller.origin(),
                id,
                name,
                (request, attempt) -> reviewed(caller, request, command, attempt));
    }

    private ChangeRequest reviewed(
            Caller caller,
            ChangeRequest request,
            ReviewCommand command,
            RequestAudit.Attempt attempt) {
        attempt.detail("shown", shown(command.hash()));
        RequestRights.Leave leave = rights.toDecide(caller, request, attempt);
        attempt.detail("rule", leave.rule().name());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (request.overdue(now)) {
            throw attempt.refusal(
                    "Expired", new Problem.Conflict(StandingApprovals.expired(request)));
        }
        Review review = review(caller, request, command, leave.rule().name(), now);
        attempt.detail("changes", String.join(" ", new TreeSet<>(review.changes())));
        return ownDecision.noted(
                caller, request.reviewed(review, leave.rule().needed()), leave, now, attempt);
    }

    private Review review(
            Caller caller, ChangeRequest request, ReviewCommand command, String rule, Instant now) {
        return switch (command) {
            case ReviewCommand.Approve approve -> {
                protectedRoles.refuse(request.role());
                yield new Review(
                        caller.user(),
                        now,
                        caller.origin().door(),
                        Review.Verdict.APPROVED,
                        approve.hash(),
                        approve.changes().isEmpty() ? request.open() : approve.changes(),
                        approve.reason()
                                .map(text -> PlainText.checked(REASON, text))
                                .filter(text -> !text.isEmpty()),
                        rule);
            }
            case ReviewCommand.Reject reject ->
                    new Review(
                            caller.user(),
                            now,
                            caller.origin().door(),
                            Review.Verdict.REJECTED,
                            reject.hash(),
                            request.open(),
                            Optional.of(
                                    PlainText.required(
                                            REASON, reject.reason(), "say why it is denied")),
                            rule);
        };
    }

    /** What came from outside goes into the audit row at the length of a hash. */
    private static String shown(String hash) {
        return hash.length() > HASH_LENGTH ? hash.substring(0, HASH_LENGTH) : hash;
    }
}
