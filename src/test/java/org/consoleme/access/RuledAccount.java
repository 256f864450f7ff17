package org.consoleme.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.AccountStatus;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.identity.Authorities;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.platform.config.YamlConfiguration;
import org.consoleme.policies.Risk;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;

/** The account billing-prod with two roles, and the approval rules that a test writes for it. */
final class RuledAccount {
    static final RoleArn APP = RoleArn.parse("arn:aws:iam::012345678901:role/team/app");
    static final RoleArn DB = RoleArn.parse("arn:aws:iam::012345678901:role/db");

    private String yaml = "";
    private Optional<Account> account =
            Optional.of(
                    new Account(
                            new AccountId("012345678901"),
                            "Billing-Prod",
                            AccountStatus.ACTIVE,
                            Optional.empty(),
                            Optional.empty(),
                            List.of("Root", "Workloads", "Prod"),
                            true));

    ApprovalRules rules() {
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(
                Roles.account(
                        "012345678901",
                        role(APP, Optional.of("Payments@example.com"), Map.of("tier", "gold-1")),
                        role(DB, Optional.empty(), Map.of())));
        InMemoryAccounts accounts = new InMemoryAccounts();
        accounts.replace(new AccountList(account.stream().toList(), Instant.EPOCH));
        CurrentIndex index = new CurrentIndex(stored, accounts);
        index.refresh();
        return new ApprovalRules(
                this::configuration,
                new Authorities(
                        YamlConfiguration.ofYaml(
                                "groups: {can_admin_policies: [iam-team], can_admin: [boss@example.com]}"),
                        this::configuration),
                accounts,
                index,
                new PlaceRisk(ManagementAccounts.NONE));
    }

    private DynamicConfiguration configuration() {
        return DynamicConfigurationText.parsed(yaml, "ann", Instant.EPOCH);
    }

    static IndexedRole role(RoleArn arn, Optional<String> owner, Map<String, String> tags) {
        return new IndexedRole(
                arn, Set.of(), Set.of(), Duration.ofHours(1), owner, Optional.empty(), tags);
    }

    /** Nobody knows of the account. */
    void forgetAccount() {
        account = Optional.empty();
    }

    /** Its organizational units were never read. */
    void forgetUnits() {
        account = account.map(Account::withoutOus);
    }

    /** One rule, by which everybody may ask and the team decides. */
    static String rule(String name, String match, String more) {
        return "- {name: "
                + name
                + ", match: "
                + match
                + ", who_may_ask: [everybody], approvers: [team]"
                + more
                + "}\n";
    }

    void write(String... rules) {
        configure("approval_rules:\n" + String.join("", rules));
    }

    void configure(String text) {
        yaml = text;
    }

    List<String> mistakes() {
        return ApprovalRules.check(configuration().keys()).sentences();
    }

    /** The governing rule's name, or the cause why nobody may. */
    String governing(AskedFor.Kind kind, RoleArn role) {
        return switch (rules().ruling(new AskedFor(kind, role, Risk.LOW))) {
            case Ruling.Governed(ApprovalRule rule) -> rule.name();
            case Ruling.Closed(String cause, String sentence) -> cause;
        };
    }

    boolean decides(ApprovalRule rule, String user, String... groups) {
        return rules().mayDecide(rule, new UserId(user), Callers.web(user, groups).groups());
    }
}
