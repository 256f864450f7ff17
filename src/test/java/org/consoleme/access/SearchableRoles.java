package org.consoleme.access;

import java.time.Instant;
import java.util.List;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Authorities;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.testing.Roles;

/** Two accounts whose roles are looked through, under one rule for all of them. */
final class SearchableRoles {
    static final String LAB = "200000000002";
    static final String BILLING = "300000000003";

    private final IndexedRole[] lab;
    private final IndexedRole[] billing;

    SearchableRoles(IndexedRole[] lab, IndexedRole[] billing) {
        this.lab = lab;
        this.billing = billing;
    }

    static String arn(String account, String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    /**
     * @param whoMayAsk by that rule
     */
    SearchRequestable search(String whoMayAsk, OffLimits offLimits) {
        InMemoryAccounts accounts =
                InMemoryAccounts.of(
                        Instant.EPOCH,
                        InMemoryAccounts.account(LAB, "Lab"),
                        InMemoryAccounts.account(BILLING, "billing"));
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(Roles.account(LAB, lab));
        stored.publish(Roles.account(BILLING, billing));
        CurrentIndex index = new CurrentIndex(stored, accounts);
        index.refresh();
        DynamicConfiguration rules =
                DynamicConfigurationText.parsed(
                        "approval_rules: [{name: r, match: {}, who_may_ask: ["
                                + whoMayAsk
                                + "], approvers: [team]}]",
                        "ann",
                        Instant.EPOCH);
        return new SearchRequestable(
                index,
                new ApprovalRules(
                        () -> rules,
                        new Authorities(MapConfiguration.empty(), () -> rules),
                        accounts,
                        index,
                        new PlaceRisk(ManagementAccounts.NONE)),
                new UnitedEligibleRoles(List.of(new RoleTagEligibility(index)), index),
                offLimits,
                accounts);
    }
}
