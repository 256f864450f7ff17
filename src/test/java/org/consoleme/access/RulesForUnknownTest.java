package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.AskedFor.Kind.ROLE;
import static org.consoleme.access.RuledAccount.APP;
import static org.consoleme.access.RuledAccount.rule;

import java.util.List;
import org.consoleme.shared.RoleArn;
import org.junit.jupiter.api.Test;

/** What is not known of an account or a role closes what rules may govern by it. */
class RulesForUnknownTest {
    private final RuledAccount account = new RuledAccount();

    @Test
    void anAccountThatIsNotKnownClosesWhatRulesByNamesOrUnitsMayGovern() {
        account.forgetAccount();
        for (String match : List.of("{ous: [Prod]}", "{accounts: [billing-prod]}")) {
            account.write(rule("strict", match, ""), rule("loose", "{}", ""));
            assertThat(account.governing(ROLE, APP)).as(match).isEqualTo("UnknownAccount");
        }
        account.write(
                rule("strict", "{accounts: ['012345678901']}", ", needed: 2"),
                rule("loose", "{}", ""));
        assertThat(account.governing(ROLE, APP)).isEqualTo("strict");
    }

    @Test
    void unitsThatWereNeverReadCloseWhatRulesByUnitsMayGovern() {
        account.forgetUnits();
        account.write(rule("strict", "{ous: [Prod]}", ", needed: 2"), rule("loose", "{}", ""));
        assertThat(account.governing(ROLE, APP)).isEqualTo("UnknownUnits");

        account.write(rule("strict", "{accounts: [billing-prod]}", ""));
        assertThat(account.governing(ROLE, APP)).isEqualTo("strict");
    }

    @Test
    void aRoleThatIsNotKnownIsClosed() {
        account.write(rule("all", "{}", ""));
        RoleArn ghost = RoleArn.parse("arn:aws:iam::012345678901:role/ghost");
        assertThat(account.governing(ROLE, ghost)).isEqualTo("UnknownRole");
    }
}
