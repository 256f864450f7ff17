package org.consoleme.platform.aws;

import jakarta.inject.Inject;
import org.consoleme.credentials.HubRole;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/** What STS says about our own identity. */
@Single
public class StsHubRole implements HubRole {
    private final HubIdentity identity;

    @Inject
    StsHubRole(HubIdentity identity) {
        this.identity = identity;
    }

    @Override
    public boolean isAssumedRole() {
        return identity.get().chained();
    }

    @Override
    public boolean is(RoleArn role) {
        HubIdentity.Identity ours = identity.get();
        return ours.principal()
                .equals(
                        "arn:"
                                + ours.partition()
                                + ":iam::"
                                + role.account()
                                + ":role/"
                                + role.name());
    }
}
