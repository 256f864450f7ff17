package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consoleme.access.ApprovalRules;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.PlaceRisk;
import org.consoleme.accounts.Account;
import org.consoleme.accounts.ManagementAccounts;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Authorities;
import org.consoleme.operations.Check.State;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.DynamicConfiguration;
import org.junit.jupiter.api.Test;

class OrganizationalUnitsCheckTest {
    private static final Account HUB = InMemoryAccounts.account("123456789012", "hub");
    private static final Account LAB = InMemoryAccounts.account("200000000002", "lab");
    private static final String BY_UNITS = "{ous: [Production]}";

    private static Check.Finding look(String match, Account... accounts) {
        DynamicConfiguration dynamic =
                DynamicConfigurationText.parsed(
                        "approval_rules: [{name: r, match: "
                                + match
                                + ", who_may_ask: [everybody], approvers: [team]}]",
                        "ann",
                        Instant.EPOCH);
        InMemoryAccounts known = InMemoryAccounts.of(Instant.EPOCH, accounts);
        ApprovalRules rules =
                new ApprovalRules(
                        () -> dynamic,
                        new Authorities(MapConfiguration.empty(), () -> dynamic),
                        known,
                        new CurrentIndex(new InMemoryAccountIndexes(), known),
                        new PlaceRisk(ManagementAccounts.NONE));
        return new OrganizationalUnitsCheck(rules, known).look();
    }

    @Test
    void accountsThatNobodyPlacedAreCountedAndItSaysWhatToDo() {
        Check.Finding finding = look(BY_UNITS, HUB, LAB.withoutOus());

        assertThat(finding.state()).isEqualTo(State.DEGRADED);
        assertThat(finding.detail()).contains("1 of 2 accounts");
        assertThat(finding.todo().orElseThrow()).contains("Run the job accounts");
    }

    @Test
    void whereAllArePlacedAllIsWell() {
        assertThat(look(BY_UNITS, HUB, LAB).state()).isEqualTo(State.UP);
    }

    @Test
    void withoutRulesThatGoByUnitsNothingIsMissing() {
        assertThat(look("{}", HUB.withoutOus()).state()).isEqualTo(State.OFF);
        assertThat(look(BY_UNITS).state()).isEqualTo(State.OFF);
    }
}
