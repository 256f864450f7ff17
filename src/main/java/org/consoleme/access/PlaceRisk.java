package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.policies.Risk;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * How risky whatever is about a role is by where the role is alone: high in the management account
 * of an organization.
 */
@Single
public class PlaceRisk {
    private final ManagementAccounts management;

    @Inject
    public PlaceRisk(ManagementAccounts management) {
        this.management = management;
    }

    public Risk of(RoleArn role) {
        return management.include(role.account()) ? Risk.HIGH : Risk.LOW;
    }
}
