package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.policies.Risk;
import org.consoleme.shared.Single;

/**
 * Whoever could approve such a grant now may take it away, and so may those who administer
 * policies, whatever the rules say by now.
 */
@Single
public class ApproversMayRevoke implements MayRevoke {
    private final ApprovalRules rules;
    private final Authorities authorities;

    @Inject
    public ApproversMayRevoke(ApprovalRules rules, Authorities authorities) {
        this.rules = rules;
        this.authorities = authorities;
    }

    @Override
    public boolean mayRevoke(Caller caller, Grant grant) {
        return authorities.canAdminPolicies(caller.user(), caller.groups())
                || switch (rules.ruling(new AskedFor(AskedFor.Kind.ROLE, grant.role(), Risk.LOW))) {
                    case Ruling.Governed(ApprovalRule rule) ->
                            rules.mayDecide(rule, caller.user(), caller.groups());
                    case Ruling.Closed closed -> false;
                };
    }
}
