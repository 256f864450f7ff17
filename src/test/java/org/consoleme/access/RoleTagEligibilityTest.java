package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import java.util.List;
import java.util.Set;
import org.consoleme.access.EligibilitySource.Entitlement;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.identity.Caller;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTagEligibilityTest {
    private static final String ACCOUNT = "200000000002";
    private static final AccountIndex TAGGED =
            Roles.account(
                    ACCOUNT,
                    role(arn("both"), Set.of("finops", "Ana@example.com"), Set.of("finops")),
                    role(arn("cli"), Set.of(), Set.of("ana@example.com", "sre")),
                    role(arn("mixed"), Set.of("ANA@example.com"), Set.of("sre")),
                    role(arn("other"), Set.of("security"), Set.of("Finops")));
    private final RoleTagEligibility eligibility;

    RoleTagEligibilityTest() {
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(TAGGED);
        CurrentIndex index = new CurrentIndex(stored, new InMemoryAccounts());
        index.refresh();
        eligibility = new RoleTagEligibility(index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.com", "Ana@Example.com", "nobody@example.com"})
    void whatIsSaidOfOneRoleIsWhatTheListSaysOfIt(String user) {
        Caller caller = Callers.web(user, "finops", "sre");
        List<Entitlement> all = eligibility.of(caller);
        assertThat(all).hasSizeGreaterThanOrEqualTo(4);
        assertThat(TAGGED.roles().stream().map(IndexedRole::arn))
                .allSatisfy(
                        role ->
                                assertThat(eligibility.of(caller, role))
                                        .containsExactlyInAnyOrderElementsOf(
                                                all.stream()
                                                        .filter(e -> e.role().equals(role))
                                                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "missing"})
    void neitherAnothersRoleNorOneThatIsNotThereIsTheirs(String name) {
        assertThat(
                        eligibility.of(
                                Callers.web("ana@example.com", "finops"), RoleArn.parse(arn(name))))
                .isEmpty();
    }

    private static String arn(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }
}
