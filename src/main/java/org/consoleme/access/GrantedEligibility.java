package org.consoleme.access;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Single;

/** Eligibility by grants: for the console and the command line, until each grant's end. */
@Single
public class GrantedEligibility implements EligibilitySource {
    private final LiveGrants grants;

    @Inject
    public GrantedEligibility(LiveGrants grants) {
        this.grants = grants;
    }

    @Override
    public List<Entitlement> of(Caller caller) {
        return grants.of(caller.user()).stream().map(GrantedEligibility::entitlement).toList();
    }

    private static Entitlement entitlement(Grant grant) {
        return new Entitlement(
                grant.role(),
                Surface.CONSOLE,
                new Reason.ByGrant(grant.id(), grant.end()),
                Optional.of(grant.end()));
    }
}
