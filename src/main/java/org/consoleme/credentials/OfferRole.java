package org.consoleme.credentials;

import jakarta.inject.Inject;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.FindRole;
import org.consoleme.access.RoleQuery;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** Finds the role that somebody's words mean and makes a link to its page. No keys are made. */
@UseCase
public class OfferRole {
    private final FindRole find;
    private final HandOffs handOffs;

    @Inject
    public OfferRole(FindRole find, HandOffs handOffs) {
        this.find = find;
        this.handOffs = handOffs;
    }

    /**
     * @throws org.consoleme.shared.ProblemException as {@link FindRole#handle}
     */
    public Offer handle(Caller caller, RoleQuery query) {
        EligibleRole role = find.handle(caller, query);
        return new Offer(role, handOffs.offer(caller.user(), role.role()));
    }

    /**
     * @param handOff the opaque id for {@link TakeRoleOffer}; 10 minutes
     */
    public record Offer(EligibleRole role, String handOff) {}
}
