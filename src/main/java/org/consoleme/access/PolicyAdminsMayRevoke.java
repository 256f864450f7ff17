package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Single;

/** Those who may administer policies may take any grant away. */
@Single
public class PolicyAdminsMayRevoke implements MayRevoke {
    private final Authorities authorities;

    @Inject
    public PolicyAdminsMayRevoke(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public boolean mayRevoke(Caller caller, Grant grant) {
        return authorities.canAdminPolicies(caller.user(), caller.groups());
    }
}
