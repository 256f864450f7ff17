package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.RuledRoles.GONE;
import static org.consoleme.access.RuledRoles.LAB;
import static org.consoleme.access.RuledRoles.LAB_ACCOUNT;
import static org.consoleme.access.RuledRoles.ROOT;
import static org.consoleme.access.RuledRoles.ROOT_ACCOUNT;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

class ApproversMayRevokeTest {
    private static final Caller LEAD = Callers.web("lead@example.com", "leads");
    private static final Caller SECURITY = Callers.web("sec@example.com", "security");
    private static final Caller OTHER = Callers.web("bo@example.com", "others");
    private static final Caller ADMIN = Callers.web("admin@example.com", "policy-admins");
    private static final String BY_RISK =
            """
            - {name: any, match: {risk: low}, who_may_ask: [everybody], approvers: [leads]}
            - {name: risky, match: {risk: high}, who_may_ask: [everybody], approvers: [security]}
            """;
    private static final String BY_UNITS =
            """
            - {name: prod, match: {ous: [Prod]}, who_may_ask: [everybody], approvers: [security], needed: 2}
            - {name: lab, match: {accounts: [lab]}, who_may_ask: [everybody], approvers: [leads]}
            - {name: root, match: {accounts: [root]}, who_may_ask: [everybody], approvers: [others]}
            """;

    private static Grant grant(RoleArn role) {
        return new Grant(
                new GrantId("g-0"),
                1,
                new RequestId("r-0"),
                new UserId("ana@example.com"),
                role,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(3600),
                Optional.empty());
    }

    private static boolean revokes(RuledRoles node, Caller caller, RoleArn role) {
        return node.revoking.mayRevoke(caller, grant(role));
    }

    @Test
    void whoApprovesHighRiskTakesARoleOfTheManagementAccountAway() {
        RuledRoles node = new RuledRoles(BY_RISK, ROOT_ACCOUNT, LAB_ACCOUNT);

        assertThat(revokes(node, SECURITY, ROOT)).isTrue();
        assertThat(revokes(node, SECURITY, LAB)).isFalse();
    }

    @Test
    void whoApprovesLowRiskAloneTakesNoneOfItsRolesAway() {
        RuledRoles node = new RuledRoles(BY_RISK, ROOT_ACCOUNT, LAB_ACCOUNT);

        assertThat(revokes(node, LEAD, ROOT)).isFalse();
        assertThat(revokes(node, LEAD, LAB)).isTrue();
    }

    @Test
    void whileUnitsAreNotKnownWhoDecidesByAnyRuleThatMayGovernItTakesItAway() {
        RuledRoles node = new RuledRoles(BY_UNITS, ROOT_ACCOUNT, LAB_ACCOUNT.withoutOus());

        assertThat(node.rules.ruling(AskedFor.role(LAB)))
                .isInstanceOfSatisfying(
                        Ruling.Closed.class,
                        closed -> assertThat(closed.cause()).isEqualTo("UnknownUnits"));
        assertThat(revokes(node, SECURITY, LAB)).isTrue();
        assertThat(revokes(node, LEAD, LAB)).isTrue();
        assertThat(revokes(node, ADMIN, LAB)).isTrue();
        assertThat(revokes(node, OTHER, LAB)).as("the rule is for another account").isFalse();
    }

    @Test
    void onceTheyAreKnownOnlyTheRuleThatGovernsCounts() {
        RuledRoles node = new RuledRoles(BY_UNITS, ROOT_ACCOUNT, LAB_ACCOUNT);

        assertThat(revokes(node, LEAD, LAB)).isTrue();
        assertThat(revokes(node, SECURITY, LAB)).isFalse();
    }

    @Test
    void likewiseWhileTheAccountOrTheRoleIsNotKnown() {
        RuledRoles accountless = new RuledRoles(BY_UNITS);
        RuledRoles node =
                new RuledRoles(
                        """
                        - {name: gold, match: {role_tags: {tier: gold}}, who_may_ask: [everybody], approvers: [security]}
                        - {name: root, match: {accounts: ['400000000004']}, who_may_ask: [everybody], approvers: [leads]}
                        """,
                        LAB_ACCOUNT);

        assertThat(revokes(accountless, LEAD, LAB)).isTrue();
        assertThat(revokes(node, SECURITY, GONE)).isTrue();
        assertThat(revokes(node, LEAD, GONE)).isFalse();
    }

    @Test
    void aRuleWithAMistakeStopsNobodyWhoDecidesByItFromTakingAwayAndLetsNobodyElse() {
        RuledRoles mistaken =
                new RuledRoles(
                        "- {name: r, match: {}, who_may_ask: [everybody], approvers: [leads],"
                                + " needed: two}\n",
                        LAB_ACCOUNT);
        RuledRoles everybody =
                new RuledRoles(
                        "- {name: r, match: {}, who_may_ask: [leads], approvers: [everybody]}\n",
                        LAB_ACCOUNT);

        assertThat(revokes(mistaken, LEAD, LAB)).isTrue();
        assertThat(revokes(mistaken, OTHER, LAB)).isFalse();
        assertThat(revokes(everybody, OTHER, LAB)).isFalse();
    }

    @Test
    void whereNoRuleMatchesItIsForPolicyAdministrators() {
        RuledRoles node = new RuledRoles(BY_RISK.lines().findFirst().orElseThrow(), ROOT_ACCOUNT);

        assertThat(revokes(node, LEAD, ROOT)).isFalse();
        assertThat(revokes(node, ADMIN, ROOT)).isTrue();
    }
}
