package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.RuledRoles.LAB;
import static org.consoleme.access.RuledRoles.LAB_ACCOUNT;
import static org.consoleme.access.RuledRoles.ROOT;
import static org.consoleme.access.RuledRoles.ROOT_ACCOUNT;

import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Callers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles of a management account are offered to those whom the rule for high risk lets ask. */
class RequestableByRiskTest {
    private static final Caller ENGINEER = Callers.web("eve@example.com", "engineers");
    private static final Caller SRE = Callers.web("sam@example.com", "sre");

    private final RuledRoles node =
            new RuledRoles(
                    """
                    - {name: any, match: {risk: [low, medium]}, who_may_ask: [engineers], approvers: [leads]}
                    - {name: risky, match: {risk: high}, who_may_ask: [sre], approvers: [security]}
                    """,
                    ROOT_ACCOUNT,
                    LAB_ACCOUNT);

    private List<RoleArn> found(Caller caller, AskedFor.Kind kind) {
        return node.picker.handle(caller, kind, "", Optional.empty(), 10).roles().stream()
                .map(IndexedRole::arn)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void noNameOfOneIsShownToThoseWhomOnlyALooserRuleLetsAsk(AskedFor.Kind kind) {
        assertThat(found(ENGINEER, kind)).containsExactly(LAB);
        assertThat(node.picker.one(ENGINEER, kind, ROOT.account(), ROOT.name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreOfferedToThoseWhomTheStricterRuleLetsAsk(AskedFor.Kind kind) {
        assertThat(found(SRE, kind)).containsExactly(ROOT);
        assertThat(node.picker.one(SRE, kind, ROOT.account(), ROOT.name())).contains(ROOT);
    }
}
