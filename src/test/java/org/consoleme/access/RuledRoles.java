package org.consoleme.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Authorities;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Roles;

/** Rules over one role in a management account and one elsewhere. */
final class RuledRoles {
    static final RoleArn ROOT = RoleArn.parse("arn:aws:iam::400000000004:role/root");
    static final RoleArn LAB = RoleArn.parse("arn:aws:iam::200000000002:role/lab");
    static final RoleArn GONE = RoleArn.parse("arn:aws:iam::200000000002:role/gone");
    static final Account ROOT_ACCOUNT = InMemoryAccounts.account("400000000004", "root");
    static final Account LAB_ACCOUNT = InMemoryAccounts.account("200000000002", "lab");

    final InMemoryAccounts accounts;
    final CurrentIndex index;
    final ApprovalRules rules;
    final MayRevoke revoking;
    final SearchRequestable picker;

    /**
     * @param yaml of the rules
     * @param known accounts
     */
    RuledRoles(String yaml, Account... known) {
        accounts = InMemoryAccounts.of(Instant.EPOCH, known);
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        for (RoleArn role : List.of(ROOT, LAB)) {
            stored.publish(
                    Roles.account(
                            role.account().value(),
                            Roles.role(role.toString(), Set.of(), Set.of())));
        }
        index = new CurrentIndex(stored, accounts);
        index.refresh();
        DynamicConfiguration dynamic =
                DynamicConfigurationText.parsed("approval_rules:\n" + yaml, "ann", Instant.EPOCH);
        Authorities authorities =
                new Authorities(
                        MapConfiguration.empty()
                                .with("groups.can_admin_policies", List.of("policy-admins")),
                        () -> dynamic);
        rules =
                new ApprovalRules(
                        () -> dynamic,
                        authorities,
                        accounts,
                        index,
                        new PlaceRisk(
                                new ManagementAccounts(Set.of(new AccountId("400000000004")))));
        revoking = new ApproversMayRevoke(rules, authorities);
        picker =
                new SearchRequestable(
                        index,
                        rules,
                        new UnitedEligibleRoles(List.of(), index),
                        role -> false,
                        accounts);
    }
}
