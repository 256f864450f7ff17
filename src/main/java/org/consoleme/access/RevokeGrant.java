package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.SecretShapes;
import org.consoleme.shared.UseCase;

/** Takes somebody's grant away before its time. */
@UseCase
public class RevokeGrant {
    private static final int LONGEST_REASON = 2000;

    private final GrantEnding ending;
    private final MayRevoke rights;

    @Inject
    public RevokeGrant(GrantEnding ending, MayRevoke rights) {
        this.ending = ending;
        this.rights = rights;
    }

    /**
     * @param because why; at most 2,000 characters, may be empty; for the audit trail
     * @throws org.consoleme.shared.ProblemException {@code Invalid}; {@code NotFound} if there is
     *     none or the caller may not; {@code Conflict} if it is over, with how; {@code Unavailable}
     */
    public EndedGrant handle(Caller caller, GrantId id, String because) {
        if (because.length() > LONGEST_REASON) {
            throw new Problem.Invalid("reason", "at most " + LONGEST_REASON + " characters")
                    .asException();
        }
        if (SecretShapes.found(because)) {
            throw new Problem.Invalid(
                            "reason", "looks as if it held a secret: the audit keeps it forever")
                    .asException();
        }
        return ending.end(
                caller, id, Grant.How.REVOKED, grant -> rights.mayRevoke(caller, grant), because);
    }
}
