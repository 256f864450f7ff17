package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.AskedFor.Kind.INLINE_POLICY;
import static org.consoleme.access.AskedFor.Kind.ROLE;
import static org.consoleme.access.RuledAccount.APP;
import static org.consoleme.access.RuledAccount.DB;
import static org.consoleme.access.RuledAccount.role;
import static org.consoleme.access.RuledAccount.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.policies.Risk;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** Which rule governs, and what it asks for. */
class ApprovalRulesTest {
    private final RuledAccount account = new RuledAccount();

    @Test
    void withoutRulesPoliciesAreForPolicyAdministratorsAndRolesForNobody() {
        assertThat(account.governing(INLINE_POLICY, APP)).isEqualTo("policy administrators");
        assertThat(account.governing(ROLE, APP)).isEqualTo("NoRule");
        ApprovalRule rule = ApprovalRule.DEFAULT;
        assertThat(rule.needed()).isEqualTo(1);
        assertThat(rule.expiresAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(account.rules().mayAsk(rule, Callers.web("eve@example.com"))).isTrue();
        assertThat(account.decides(rule, "eve@example.com")).isFalse();
        assertThat(account.decides(rule, "eve@example.com", "iam-team")).isTrue();
        assertThat(account.decides(rule, "BOSS@example.com")).isTrue();
        assertThat(account.rules().approvers(rule)).containsExactly("boss@example.com", "iam-team");
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
            account.write(rule("r", match, ""));
            assertThat(account.mistakes()).as(match).isEmpty();
            assertThat(account.governing(ROLE, APP)).as(match).isEqualTo("r");
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
            account.write(rule("r", match, ""));
            assertThat(account.mistakes()).as(match).isEmpty();
            assertThat(account.governing(ROLE, APP)).as(match).isEqualTo("NoRule");
        }
        account.write(rule("r", "{owners: [pay*]}", ""), rule("s", "{role_tags: {tier: '*'}}", ""));
        assertThat(account.governing(ROLE, DB)).isEqualTo("NoRule");
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
            account.write(rest.toArray(String[]::new));
            String first = account.governing(ROLE, APP);
            account.write(rest.reversed().toArray(String[]::new));
            assertThat(account.governing(ROLE, APP))
                    .isEqualTo(first)
                    .isEqualTo("" + (char) ('a' + i));
        }
    }

    @Test
    void whomTheStrictestRuleKeepsOutDoesNotComeInByALooserOne() {
        account.write(
                "- {name: prod, match: {}, who_may_ask: [sre], approvers: [team], needed: 2}\n",
                rule("all", "{}", ""));
        ApprovalRules.Asking engineer = account.rules().asking(Callers.web("eve@example.com"));
        ApprovalRules.Asking sre = account.rules().asking(Callers.web("sam@example.com", "sre"));
        IndexedRole app = role(APP, Optional.empty(), Map.of());
        assertThat(engineer.mayAsk(ROLE, app)).isFalse();
        assertThat(sre.mayAsk(ROLE, app)).isTrue();
    }

    @Test
    void aRuleThatIsWholeHasItsBounds() {
        account.write(
                rule(
                        "r",
                        "{}",
                        ", needed: 2, max_duration: 90m, expires_after: 36h, auto_approve: false"));
        ApprovalRule rule =
                ((Ruling.Governed) account.rules().ruling(new AskedFor(ROLE, APP, Risk.LOW)))
                        .rule();
        assertThat(rule.maxDuration()).isEqualTo(Duration.ofMinutes(90));
        assertThat(rule.expiresAfter()).isEqualTo(Duration.ofHours(36));
        assertThat(rule.needed()).isEqualTo(2);
        assertThat(account.decides(rule, "eve@example.com", "team")).isTrue();
        assertThat(account.decides(rule, "eve@example.com", "iam-team")).isFalse();
    }

    @Test
    void severalThingsTogetherGoByTheStrictestOfTheirRules() {
        account.write(
                rule("roles", "{kinds: [role]}", ""),
                rule("policies", "{kinds: [inline_policy]}", ", needed: 2"));
        Ruling both =
                account.rules()
                        .ruling(
                                List.of(
                                        new AskedFor(ROLE, APP, Risk.LOW),
                                        new AskedFor(INLINE_POLICY, APP, Risk.LOW)));
        assertThat(((Ruling.Governed) both).rule().name()).isEqualTo("policies");
        account.write(rule("policies", "{kinds: [inline_policy]}", ""));
        assertThat(
                        account.rules()
                                .ruling(
                                        List.of(
                                                new AskedFor(ROLE, APP, Risk.LOW),
                                                new AskedFor(INLINE_POLICY, APP, Risk.LOW))))
                .isInstanceOf(Ruling.Closed.class);
    }

    @Test
    void anEditOfWhatARuleLetThroughIsForPolicyAdministrators() {
        account.write("- {name: auto, match: {}, who_may_ask: [everybody], auto_approve: true}\n");
        ApprovalRule rule =
                ((Ruling.Governed) account.rules().ruling(new AskedFor(ROLE, APP, Risk.LOW)))
                        .rule();
        assertThat(account.decides(rule, "eve@example.com", "iam-team")).isTrue();
    }
}
