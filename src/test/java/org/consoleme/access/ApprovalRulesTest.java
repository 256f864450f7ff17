package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.AskedFor.Kind.INLINE_POLICY;
import static org.consoleme.access.AskedFor.Kind.ROLE;

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
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

class ApprovalRulesTest {
    private static final RoleArn APP = RoleArn.parse("arn:aws:iam::012345678901:role/team/app");
    private static final RoleArn DB = RoleArn.parse("arn:aws:iam::012345678901:role/db");
    private String yaml = "";
    private ManagementAccounts management = ManagementAccounts.NONE;
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

    private ApprovalRules rules() {
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
                () -> DynamicConfigurationText.parsed(yaml, "ann", Instant.EPOCH),
                new Authorities(
                        YamlConfiguration.ofYaml(
                                "groups: {can_admin_policies: [iam-team], can_admin: [boss@example.com]}"),
                        () -> DynamicConfigurationText.parsed(yaml, "ann", Instant.EPOCH)),
                accounts,
                index,
                new PlaceRisk(management));
    }

    private static IndexedRole role(RoleArn arn, Optional<String> owner, Map<String, String> tags) {
        return new IndexedRole(
                arn, Set.of(), Set.of(), Duration.ofHours(1), owner, Optional.empty(), tags);
    }

    private static String rule(String name, String match, String more) {
        return "- {name: "
                + name
                + ", match: "
                + match
                + ", who_may_ask: [everybody], approvers: [team]"
                + more
                + "}\n";
    }

    /** The governing rule's name, or the cause why nobody may. */
    private String governing(AskedFor.Kind kind, RoleArn role) {
        return switch (rules().ruling(new AskedFor(kind, role, Risk.LOW))) {
            case Ruling.Governed(ApprovalRule rule) -> rule.name();
            case Ruling.Closed(String cause, String sentence) -> cause;
        };
    }

    private void write(String... rules) {
        yaml = "approval_rules:\n" + String.join("", rules);
    }

    private List<String> mistakes() {
        return ApprovalRules.check(
                        DynamicConfigurationText.parsed(yaml, "ann", Instant.EPOCH).keys())
                .sentences();
    }

    @Test
    void withoutRulesPoliciesAreForPolicyAdministratorsAndRolesForNobody() {
        assertThat(governing(INLINE_POLICY, APP)).isEqualTo("policy administrators");
        assertThat(governing(ROLE, APP)).isEqualTo("NoRule");
        ApprovalRule rule = ApprovalRule.DEFAULT;
        assertThat(rule.needed()).isEqualTo(1);
        assertThat(rule.expiresAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(rules().mayAsk(rule, Callers.web("eve@example.com"))).isTrue();
        assertThat(decides(rule, "eve@example.com")).isFalse();
        assertThat(decides(rule, "eve@example.com", "iam-team")).isTrue();
        assertThat(decides(rule, "BOSS@example.com")).isTrue();
        assertThat(rules().approvers(rule)).containsExactly("boss@example.com", "iam-team");
    }

    private boolean decides(ApprovalRule rule, String user, String... groups) {
        return rules().mayDecide(rule, new UserId(user), Callers.web(user, groups).groups());
    }

    @Test
    void anAccountThatIsNotKnownClosesWhatRulesByNamesOrUnitsMayGovern() {
        account = Optional.empty();
        for (String match : List.of("{ous: [Prod]}", "{accounts: [billing-prod]}")) {
            write(rule("strict", match, ""), rule("loose", "{}", ""));
            assertThat(governing(ROLE, APP)).as(match).isEqualTo("UnknownAccount");
        }
        write(
                rule("strict", "{accounts: ['012345678901']}", ", needed: 2"),
                rule("loose", "{}", ""));
        assertThat(governing(ROLE, APP)).isEqualTo("strict");
    }

    @Test
    void unitsThatWereNeverReadCloseWhatRulesByUnitsMayGovern() {
        account = account.map(Account::withoutOus);
        write(rule("strict", "{ous: [Prod]}", ", needed: 2"), rule("loose", "{}", ""));
        assertThat(governing(ROLE, APP)).isEqualTo("UnknownUnits");

        write(rule("strict", "{accounts: [billing-prod]}", ""));
        assertThat(governing(ROLE, APP)).isEqualTo("strict");
    }

    @Test
    void aRuleMatchesByAccountOuTagOwnerKindAndRisk() {
        for (String match :
                List.of(
                        "{}",
                        "{accounts: ['012345678901']}",
                        "{accounts: [billing-prod, other]}",
                        "{accounts: [BILLING*]}",
                        "{accounts: 'billing-prod'}",
                        "{ous: [workloads]}",
                        "{ous: [Pro*]}",
                        "{role_tags: {tier: gold-1}}",
                        "{role_tags: {tier: [silver, gold*]}}",
                        "{owners: [payments@example.com]}",
                        "{owners: [pay*], kinds: [role], risk: [low, medium]}")) {
            write(rule("r", match, ""));
            assertThat(mistakes()).as(match).isEmpty();
            assertThat(governing(ROLE, APP)).as(match).isEqualTo("r");
        }
        for (String match :
                List.of(
                        "{accounts: ['210987654321']}",
                        "{accounts: [prod]}",
                        "{ous: [Test]}",
                        "{role_tags: {tier: Gold-1}}",
                        "{role_tags: {tier: gold-1, team: x}}",
                        "{owners: [ops@example.com]}",
                        "{kinds: [inline_policy]}",
                        "{risk: high}",
                        "{accounts: [billing-prod], owners: [ops@example.com]}")) {
            write(rule("r", match, ""));
            assertThat(mistakes()).as(match).isEmpty();
            assertThat(governing(ROLE, APP)).as(match).isEqualTo("NoRule");
        }
        write(rule("r", "{owners: [pay*]}", ""), rule("s", "{role_tags: {tier: '*'}}", ""));
        assertThat(governing(ROLE, DB)).isEqualTo("NoRule");
    }

    @Test
    void theStrictestMatchGovernsInWhateverOrderTheyAreWritten() {
        List<String> strictestFirst =
                List.of(
                        rule("a", "{}", ", needed: 3"),
                        rule("b", "{}", ", needed: 2, max_duration: 1h"),
                        rule("c", "{}", ", needed: 2, max_duration: 2h"),
                        rule("d", "{}", ", expires_after: 1d"),
                        rule("e", "{}", ""),
                        rule("f", "{}", ""),
                        rule("g", "{}", ", auto_approve: true"));
        for (int i = 0; i < strictestFirst.size(); i++) {
            List<String> rest = strictestFirst.subList(i, strictestFirst.size());
            write(rest.toArray(String[]::new));
            String first = governing(ROLE, APP);
            write(rest.reversed().toArray(String[]::new));
            assertThat(governing(ROLE, APP)).isEqualTo(first).isEqualTo("" + (char) ('a' + i));
        }
    }

    @Test
    void whomTheStrictestRuleKeepsOutDoesNotComeInByALooserOne() {
        write(
                "- {name: prod, match: {}, who_may_ask: [sre], approvers: [team], needed: 2}\n",
                rule("all", "{}", ""));
        ApprovalRules.Asking engineer = rules().asking(Callers.web("eve@example.com"));
        ApprovalRules.Asking sre = rules().asking(Callers.web("sam@example.com", "sre"));
        IndexedRole app = role(APP, Optional.empty(), Map.of());
        assertThat(engineer.mayAsk(ROLE, app)).isFalse();
        assertThat(sre.mayAsk(ROLE, app)).isTrue();
    }

    @Test
    void aBrokenRuleClosesWhatItCoversAndNothingElse() {
        write(
                rule("loose", "{}", ""),
                rule("prod", "{role_tags: {tier: gold-1}}", ", needed: two"));
        assertThat(mistakes())
                .containsExactly(
                        "approval_rules, rule \"prod\": needed: a whole number from 1 to 10");
        assertThat(governing(ROLE, APP)).isEqualTo("BrokenRule");
        assertThat(governing(INLINE_POLICY, APP)).isEqualTo("BrokenRule");
        assertThat(governing(ROLE, DB)).isEqualTo("loose");
    }

    @Test
    void aMatchThatCannotBeReadCoversEverything() {
        for (String match :
                List.of(
                        "[]",
                        "{account: ['1']}",
                        "{kinds: [role, rolle]}",
                        "{risk: [extreme]}",
                        "{accounts: []}",
                        "{accounts: [12345]}",
                        "{accounts: {a: b}}",
                        "{role_tags: [a]}",
                        "{role_tags: {tier: }}",
                        "{owners: ['']}")) {
            write(rule("broken", match, ""), rule("loose", "{}", ""));
            assertThat(mistakes()).as(match).isNotEmpty();
            assertThat(governing(ROLE, DB)).as(match).isEqualTo("BrokenRule");
            assertThat(governing(INLINE_POLICY, DB)).as(match).isEqualTo("BrokenRule");
        }
    }

    @Test
    void everyMistakeHasASentenceWithTheRuleAndTheKey() {
        write(
                "- {match: {}, who_may_ask: [a], approvers: [b]}\n",
                "- {name: x, match: {}, approvers: [b]}\n",
                "- {name: y, match: {}, who_may_ask: ['*'], approvers: [everybody]}\n",
                "- {name: z, match: {}, who_may_ask: [a], approver: [b], approvers: [b]}\n",
                rule("u", "{}", ", max_duration: 2"),
                rule("v", "{}", ", max_duration: 10m"),
                rule("w", "{}", ", expires_after: 91d"),
                rule("t", "{}", ", auto_approve: maybe"),
                rule("s", "{}", ", needed: 0"),
                rule("twin", "{}", ""),
                rule("twin", "{}", ""),
                rule("policy administrators", "{}", ""));
        assertThat(mistakes())
                .hasSize(13)
                .anySatisfy(line -> assertThat(line).contains("rule 1: name: "))
                .anySatisfy(line -> assertThat(line).contains("\"x\": who_may_ask: "))
                .anySatisfy(line -> assertThat(line).contains("\"y\": who_may_ask: "))
                .anySatisfy(line -> assertThat(line).contains("\"y\": approvers: "))
                .anySatisfy(line -> assertThat(line).contains("\"z\": approver: there is no such"))
                .anySatisfy(line -> assertThat(line).contains("\"u\": max_duration: a time such"))
                .anySatisfy(line -> assertThat(line).contains("\"v\": max_duration: "))
                .anySatisfy(line -> assertThat(line).contains("\"w\": expires_after: "))
                .anySatisfy(line -> assertThat(line).contains("\"t\": auto_approve: "))
                .anySatisfy(line -> assertThat(line).contains("\"s\": needed: "))
                .anySatisfy(line -> assertThat(line).contains("\"twin\": name: another rule"));
        yaml = "approval_rules: 7";
        assertThat(mistakes()).containsExactly("approval_rules: a list of rules");
        assertThat(governing(INLINE_POLICY, APP)).isEqualTo("BrokenRule");
    }

    @Test
    void aRuleThatIsWholeHasItsBounds() {
        write(
                rule(
                        "r",
                        "{}",
                        ", needed: 2, max_duration: 90m, expires_after: 36h, auto_approve: false"));
        ApprovalRule rule =
                ((Ruling.Governed) rules().ruling(new AskedFor(ROLE, APP, Risk.LOW))).rule();
        assertThat(rule.maxDuration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(rule.expiresAfter()).isEqualTo(Duration.ofHours(36));
        assertThat(rule.needed()).isEqualTo(2);
        assertThat(decides(rule, "eve@example.com", "team")).isTrue();
        assertThat(decides(rule, "eve@example.com", "iam-team")).isFalse();
    }

    @Test
    void severalThingsTogetherGoByTheStrictestOfTheirRules() {
        write(
                rule("roles", "{kinds: [role]}", ""),
                rule("policies", "{kinds: [inline_policy]}", ", needed: 2"));
        Ruling both =
                rules().ruling(
                                List.of(
                                        new AskedFor(ROLE, APP, Risk.LOW),
                                        new AskedFor(INLINE_POLICY, APP, Risk.LOW)));
        assertThat(((Ruling.Governed) both).rule().name()).isEqualTo("policies");
        write(rule("policies", "{kinds: [inline_policy]}", ""));
        assertThat(
                        rules().ruling(
                                        List.of(
                                                new AskedFor(ROLE, APP, Risk.LOW),
                                                new AskedFor(INLINE_POLICY, APP, Risk.LOW))))
                .isInstanceOf(Ruling.Closed.class);
    }

    @Test
    void aRoleThatIsNotKnownIsClosed() {
        write(rule("all", "{}", ""));
        RoleArn ghost = RoleArn.parse("arn:aws:iam::012345678901:role/ghost");
        assertThat(governing(ROLE, ghost)).isEqualTo("UnknownRole");
    }

    @Test
    void anEditOfWhatARuleLetThroughIsForPolicyAdministrators() {
        write("- {name: auto, match: {}, who_may_ask: [everybody], auto_approve: true}\n");
        ApprovalRule rule =
                ((Ruling.Governed) rules().ruling(new AskedFor(ROLE, APP, Risk.LOW))).rule();
        assertThat(decides(rule, "eve@example.com", "iam-team")).isTrue();
    }
}
