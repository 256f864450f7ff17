package org.consoleme.fakes;

import org.consoleme.credentials.HubRole;
import org.consoleme.shared.RoleArn;

/** Our own role is none of those that people ask for. */
public final class NoHubRole implements HubRole {

    @Override
    public boolean isAssumedRole() {
        return true;
    }

    @Override
    public boolean is(RoleArn role) {
        return false;
    }
}
