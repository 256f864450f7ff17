package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.consoleme.access.ApprovalRule;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UseCase;

/**
 * Changes what is asked for, by the requester or a policy administrator. Approvals so far are void,
 * the time to decide begins anew, and what the role has now is read again: that is how a change
 * which failed because the role had changed is taken up once more.
 */
@UseCase
public class EditChange {
    private final RequestDesk desk;
    private final RequestRights rights;
    private final AskingRules asking;
    private final ChangeMaker changes;
    private final ProtectedRoles protectedRoles;
    private final Clock clock;

    @Inject
    public EditChange(
            RequestDesk desk,
            RequestRights rights,
            AskingRules asking,
            ChangeMaker changes,
            ProtectedRoles protectedRoles,
            Clock clock) {
        this.desk = desk;
        this.rights = rights;
        this.asking = asking;
        this.changes = changes;
        this.protectedRoles = protectedRoles;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden}; {@code
     *     Conflict} if the change is not open and did not fail, or too few could approve it then;
     *     {@code Invalid} if nothing changes or AWS would refuse it; {@code Refused}, {@code
     *     Unavailable}
     */
    public ChangeRequest handle(Caller caller, RequestId id, String changeId, ChangeEdit edit) {
        return desk.handle(
                caller.origin(),
                id,
                "edit",
                (request, attempt) -> edited(caller, request, changeId, edit, attempt));
    }

    private ChangeRequest edited(
            Caller caller,
            ChangeRequest request,
            String changeId,
            ChangeEdit edit,
            RequestAudit.Attempt attempt) {
        if (!rights.mayEdit(caller, request)) {
            throw attempt.refusal(
                    "NotRequester",
                    new Problem.Forbidden(
                            "Only the requester and policy administrators edit a request."));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StillPossible.requireUndone(request, changeId);
        if (request.overdue(now)) {
            throw attempt.refusal(
                    "Expired", new Problem.Conflict(StandingApprovals.expired(request)));
        }
        attempt.detail("change", changeId);
        protectedRoles.refuse(request.role());
        Change before = request.change(changeId).change();
        Change after = rewritten(caller, before, edit);
        ApprovalRule rule =
                asking.forEdit(
                        caller,
                        request.role(),
                        rights.asked(with(request, changeId, after)),
                        rights.administers(caller),
                        attempt);
        if (after instanceof Change.RoleForATime role) {
            AskingRules.requireWithin(role.length(), rule);
        }
        if (after.equals(before)) {
            throw new Problem.Invalid("change", "nothing changes").asException();
        }
        ChangeRequest edited =
                request.edited(changeId, after, caller.user(), now, RequestTime.end(now, rule));
        asking.requireEnoughDecide(rule, caller, OwnPeople.of(edited), attempt);
        return edited;
    }

    /** The others count too: what one allows may make another dangerous. */
    private static List<Change> with(ChangeRequest request, String changeId, Change after) {
        return request.changes().stream()
                .map(change -> change.id().equals(changeId) ? after : change.change())
                .toList();
    }

    private Change rewritten(Caller caller, Change before, ChangeEdit edit) {
        return switch (before) {
            case Change.PutInlinePolicy put when edit instanceof ChangeEdit.Document text ->
                    changes.rewritten(put, text.document(), caller.user());
            case Change.RoleForATime role when edit instanceof ChangeEdit.Length length ->
                    new Change.RoleForATime(role.role(), length.length());
            case Change.PutInlinePolicy put -> throw cannot();
            case Change.RoleForATime role -> throw cannot();
            case Change.DeleteInlinePolicy delete -> throw cannot();
        };
    }

    private static ProblemException cannot() {
        return new Problem.Invalid("change_id", "that cannot be edited in a change of this kind")
                .asException();
    }
}
