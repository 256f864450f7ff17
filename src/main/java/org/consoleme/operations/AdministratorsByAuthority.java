package org.consoleme.operations;

import jakarta.inject.Inject;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Single;

/** Administrators are those in {@code application_admin} or {@code groups.can_admin}. */
@Single
public class AdministratorsByAuthority implements Administrators {
    private final Authorities authorities;

    @Inject
    public AdministratorsByAuthority(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public boolean isAdministrator(Caller caller) {
        return authorities.canAdmin(caller.user(), caller.groups());
    }
}
