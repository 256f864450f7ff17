package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.UseCase;

/** Gives one's own grant back before its time. */
@UseCase
public class ReturnGrant {
    private final GrantEnding ending;

    @Inject
    public ReturnGrant(GrantEnding ending) {
        this.ending = ending;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound} if there is none or it is
     *     somebody else's; {@code Conflict} if it is over, with how; {@code Unavailable}
     */
    public EndedGrant handle(Caller caller, GrantId id) {
        return ending.end(
                caller, id, Grant.How.RETURNED, grant -> grant.user().equals(caller.user()), "");
    }
}
