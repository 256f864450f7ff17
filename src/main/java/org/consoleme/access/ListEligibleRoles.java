package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.List;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;

/** All roles that the caller may use now, with reasons. */
@UseCase
public class ListEligibleRoles {
    private final EligibleRoles eligible;
    private final CurrentIndex index;

    @Inject
    public ListEligibleRoles(EligibleRoles eligible, CurrentIndex index) {
        this.eligible = eligible;
        this.index = index;
    }

    public RoleList handle(Caller caller, Surface surface) {
        List<EligibleRole> roles = eligible.of(caller, surface);
        return new RoleList(
                roles, index.asOf(roles.stream().map(r -> r.role().account()).distinct().toList()));
    }
}
