package org.consoleme.access;

import jakarta.inject.Inject;
import org.consoleme.identity.Authorities;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Single;

/**
 * Whoever could approve such a grant now may take it away, and so may those who administer
 * policies, whatever the rules say by now. While nobody could approve it because something is not
 * known or a rule has a mistake, access can still be taken away: by those who decide by any rule
 * that may govern it.
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
        if (authorities.canAdminPolicies(caller.user(), caller.groups())) {
            return true;
        }
        AskedFor asked = AskedFor.role(grant.role());
        return switch (rules.ruling(asked)) {
            case Ruling.Governed(ApprovalRule rule) ->
                    rules.mayDecide(rule, caller.user(), caller.groups());
            case Ruling.Closed closed -> rules.mightDecide(asked, caller.user(), caller.groups());
        };
    }
}
