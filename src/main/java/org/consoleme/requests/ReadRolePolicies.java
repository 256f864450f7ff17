package org.consoleme.requests;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.access.AskedFor;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UseCase;

/** Shows what inline policies a role has, to whoever may ask for others or edits what was asked. */
@UseCase
public class ReadRolePolicies {
    private final AskingRules asking;
    private final RequestRights rights;
    private final RequestRisk risks;
    private final ProtectedRoles protectedRoles;
    private final RecentRolePolicies recent;

    @Inject
    public ReadRolePolicies(
            AskingRules asking,
            RequestRights rights,
            RequestRisk risks,
            ProtectedRoles protectedRoles,
            RecentRolePolicies recent) {
        this.asking = asking;
        this.rights = rights;
        this.risks = risks;
        this.protectedRoles = protectedRoles;
        this.recent = recent;
    }

    /**
     * @return a few seconds old at most, in the order of their names
     * @throws org.consoleme.shared.ProblemException {@code Forbidden} with the reason to somebody
     *     who may use the role but not ask for policies of it, and for protected roles; {@code
     *     NotFound} to everybody else who may not ask, and if there is no such role; {@code
     *     Refused}, {@code Unavailable}
     */
    public List<RecentRolePolicies.Policy> handle(Caller caller, RoleArn role) {
        RequestAudit.Attempt attempt = new RequestAudit.Attempt("look");
        RequestRights.requirePerson(caller, attempt);
        asking.forEdit(
                caller,
                role,
                List.of(new AskedFor(AskedFor.Kind.INLINE_POLICY, role, risks.ofPlace(role))),
                rights.administers(caller),
                attempt);
        protectedRoles.refuse(role);
        return recent.of(role, caller.user());
    }
}
