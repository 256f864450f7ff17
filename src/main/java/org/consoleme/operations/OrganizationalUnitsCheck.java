package org.consoleme.operations;

import jakarta.inject.Inject;
import org.consoleme.access.ApprovalRules;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.Single;

/**
 * Whether the organizational units of all accounts are known, where approval rules go by them:
 * nothing can be asked for in an account whose units are not. So it is until the job {@code
 * accounts} ran, if nobody but a ConsoleMe wrote the list yet.
 */
@Single
public class OrganizationalUnitsCheck implements Check {
    private final ApprovalRules rules;
    private final Accounts accounts;

    @Inject
    public OrganizationalUnitsCheck(ApprovalRules rules, Accounts accounts) {
        this.rules = rules;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "organizational units";
    }

    @Override
    public Finding look() {
        if (!rules.goByUnits()) {
            return Finding.off("no approval rule goes by them");
        }
        AccountList list = accounts.current();
        int all = list.accounts().size();
        if (all == 0) {
            return Finding.off("no accounts are known yet");
        }
        long unplaced = list.unplaced();
        return unplaced == 0
                ? Finding.up("known of " + all + " accounts")
                : Finding.degraded(
                        "not known of "
                                + unplaced
                                + " of "
                                + all
                                + " accounts, and approval rules go by them: nothing can be asked"
                                + " for there",
                        "Run the job accounts. If it ends PARTIAL, let the role that reads the"
                                + " organization list roots, organizational units and the accounts"
                                + " in them.");
    }
}
