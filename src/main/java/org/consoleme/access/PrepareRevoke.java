package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.UseCase;

/**
 * Says whether the caller could take a grant away at this moment, before they are asked why.
 * Nothing changes; who may not is in the audit trail, as by {@link RevokeGrant}.
 */
@UseCase
public class PrepareRevoke {
    private final GrantEnding ending;
    private final MayRevoke rights;

    @Inject
    public PrepareRevoke(GrantEnding ending, MayRevoke rights) {
        this.ending = ending;
        this.rights = rights;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} if there is none or the caller
     *     may not; {@code Conflict} if it is over, with how; {@code Unavailable}
     */
    public Grant handle(Caller caller, GrantId id) {
        return ending.requireMay(
                caller, id, Grant.How.REVOKED, grant -> rights.mayRevoke(caller, grant));
    }
}
