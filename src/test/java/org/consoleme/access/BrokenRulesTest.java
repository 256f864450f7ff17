package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.AskedFor.Kind.INLINE_POLICY;
import static org.consoleme.access.AskedFor.Kind.ROLE;
import static org.consoleme.access.RuledAccount.APP;
import static org.consoleme.access.RuledAccount.DB;
import static org.consoleme.access.RuledAccount.rule;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule that cannot be read closes what it may cover, and its mistake is said. */
class BrokenRulesTest {
    private final RuledAccount account = new RuledAccount();

    @Test
    void aBrokenRuleClosesWhatItCoversAndNothingElse() {
        account.write(
                rule("loose", "{}", ""),
                rule("prod", "{role_tags: {tier: gold-1}}", ", needed: two"));
        assertThat(account.mistakes())
                .containsExactly(
                        "approval_rules, rule \"prod\": needed: a whole number from 1 to 10");
        assertThat(account.governing(ROLE, APP)).isEqualTo("BrokenRule");
        assertThat(account.governing(INLINE_POLICY, APP)).isEqualTo("BrokenRule");
        assertThat(account.governing(ROLE, DB)).isEqualTo("loose");
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
            account.write(rule("broken", match, ""), rule("loose", "{}", ""));
            assertThat(account.mistakes()).as(match).isNotEmpty();
            assertThat(account.governing(ROLE, DB)).as(match).isEqualTo("BrokenRule");
            assertThat(account.governing(INLINE_POLICY, DB)).as(match).isEqualTo("BrokenRule");
        }
    }

    @Test
    void everyMistakeHasASentenceWithTheRuleAndTheKey() {
        account.write(
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
        assertThat(account.mistakes())
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
        account.configure("approval_rules: 7");
        assertThat(account.mistakes()).containsExactly("approval_rules: a list of rules");
        assertThat(account.governing(INLINE_POLICY, APP)).isEqualTo("BrokenRule");
    }
}
