package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.access.RoleIndex;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * What an approved change does outside: a grant, or a policy in AWS. Each looks first, so that one
 * that happened already does not happen again, and is not called a failure because it would not be
 * allowed any more.
 */
@Single
public class ChangeEffects {
    private final Grants grants;
    private final CurrentIndex index;
    private final RolePolicyEffects policies;
    private final ProtectedRoles protectedRoles;
    private final Clock clock;

    @Inject
    public ChangeEffects(
            Grants grants,
            CurrentIndex index,
            RolePolicyEffects policies,
            ProtectedRoles protectedRoles,
            Clock clock) {
        this.grants = grants;
        this.index = index;
        this.policies = policies;
        this.protectedRoles = protectedRoles;
        this.clock = clock;
    }

    /**
     * Returns when it is so.
     *
     * @param deadline after which nothing is changed any more
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} or {@code TooMany} if it
     *     may be tried again; anything else is for people
     */
    void make(ChangeRequest request, String changeId, Origin origin, Deadline deadline) {
        Runnable leave =
                () -> {
                    protectedRoles.refuse(request.role());
                    Approvals.require(request, changeId, clock.instant());
                    deadline.require();
                };
        switch (request.change(changeId).change()) {
            case Change.RoleForATime role -> grant(request, changeId, role, origin, leave);
            case Change.PutInlinePolicy put -> policies.put(put, request.requester(), leave);
            case Change.DeleteInlinePolicy delete ->
                    policies.delete(delete, request.requester(), leave);
        }
    }

    /** Lets everybody see it at once; what cannot be read now, the next job reads. */
    void refresh(ChangeRequest request, String changeId) {
        switch (request.change(changeId).change()) {
            case Change.RoleForATime role -> {}
            case Change.PutInlinePolicy put -> policies.refresh(put.role(), request.requester());
            case Change.DeleteInlinePolicy delete ->
                    policies.refresh(delete.role(), request.requester());
        }
    }

    private void grant(
            ChangeRequest request,
            String changeId,
            Change.RoleForATime change,
            Origin origin,
            Runnable leave) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Grant grant =
                new Grant(
                        id(request, changeId),
                        0,
                        request.id(),
                        request.beneficiary(),
                        change.role(),
                        start,
                        start.plus(change.length()),
                        Optional.empty());
        Optional<Grant> there = grants.find(grant.id());
        if (there.isPresent()) {
            requireHappened(there.get(), grant, request.change(changeId).state());
            return;
        }
        leave.run();
        requireRole(change.role());
        grants.openOnce(
                grant,
                new AuditEvent.GrantChanged(
                        origin,
                        start,
                        grant.id().value(),
                        Outcome.DONE,
                        Optional.empty(),
                        Map.of(
                                "command", "begin",
                                "request", request.id().value(),
                                "user", grant.user().value(),
                                "role", grant.role().toString(),
                                "end", grant.end().toString())));
    }

    /**
     * Whoever takes over finds what the one before them did, however it went on with that. Who
     * tries again wants the role now.
     */
    private static void requireHappened(Grant there, Grant wanted, ChangeState state) {
        if (state instanceof ChangeState.Applying applying && applying.attempt() > 1) {
            there.requireGives(wanted);
        } else {
            there.requireStandsFor(wanted);
        }
    }

    /** Of the request and the place of the change in it: applied twice it is the same grant. */
    public static GrantId id(ChangeRequest request, String changeId) {
        return new GrantId(request.id() + "-" + changeId.substring(request.id().value().length()));
    }

    private void requireRole(RoleArn role) {
        RoleIndex now = index.get();
        if (now.role(role).isPresent()) {
            return;
        }
        throw now.has(role.account())
                ? new Problem.Conflict("The role does not exist any more.").asException()
                : new Problem.Unavailable("the index of roles", Duration.ofSeconds(30))
                        .asException();
    }
}
