package org.consoleme.credentials;

import jakarta.inject.Inject;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.FindRole;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/**
 * Turns the id from a message back into the role, for the person it was made for, if they may still
 * use it.
 */
@UseCase
public class TakeRoleOffer {
    private final HandOffs handOffs;
    private final FindRole find;

    @Inject
    public TakeRoleOffer(HandOffs handOffs, FindRole find) {
        this.handOffs = handOffs;
        this.find = find;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code NotFound}
     */
    public EligibleRole handle(Caller caller, String handOff) {
        return find.handle(
                caller, RoleQuery.of(handOffs.take(caller, handOff).toString(), Surface.CLI));
    }
}
