package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Groups;
import org.consoleme.identity.GroupsFixture;
import org.consoleme.identity.GroupsInDirectory;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.shared.GroupName;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who ends a grant learns whether the role is its person's all the same. */
class StillEligibleTest {
    private static final String ROLE = "arn:aws:iam::200000000002:role/reader";
    private static final String ANA_S = "ana@example.com";
    private static final Caller ANA = Callers.web(ANA_S);
    private static final Caller BOSS = Callers.web("boss@example.com", "finops");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryGrants stored = new InMemoryGrants(audit, new InMemoryOutbox());
    private final LiveGrants known = new LiveGrants(stored, clock);
    private final Map<String, Set<String>> directory = new HashMap<>(Map.of(ANA_S, Set.of()));
    private Groups groups = GroupsInDirectory.of(clock, directory);
    private Grant grant;

    @BeforeEach
    void granted() {
        grant = open(stored, "g-0", ANA_S, ROLE, clock.instant(), Duration.ofHours(2));
        known.refresh();
    }

    private Grant another(String role) {
        Grant other = open(stored, "g-1", ANA_S, role, clock.instant(), Duration.ofHours(8));
        known.refresh();
        return other;
    }

    private GrantEnding ending() {
        return new GrantEnding(
                stored,
                known,
                role -> Duration.ofHours(1),
                StillEligibleFixture.of(
                        known, groups, clock, StillEligibleFixture.role(ROLE, "finops")),
                audit,
                clock);
    }

    private OtherWays returned(Caller caller) {
        return new ReturnGrant(ending()).handle(caller, grant.id()).others();
    }

    private OtherWays revoked() {
        return new RevokeGrant(ending(), (caller, any) -> true)
                .handle(BOSS, grant.id(), "")
                .others();
    }

    @Test
    void theOnlyGrantLeavesNothing() {
        assertThat(returned(ANA).none()).isTrue();
    }

    @Test
    void anotherGrantOfTheRoleIsAWay() {
        // Given
        Grant other = another(ROLE);
        // When, Then
        assertThat(returned(ANA).reasons())
                .containsExactly(new Reason.ByGrant(other.id(), other.end()));
    }

    @Test
    void aGrantOfAnotherRoleIsNone() {
        another("arn:aws:iam::200000000002:role/writer");
        assertThat(returned(ANA).none()).isTrue();
    }

    @Test
    void aGroupOfTheOneWhoReturnsIsAWay() {
        assertThat(returned(Callers.web(ANA_S, "finops")).reasons())
                .containsExactly(new Reason.InGroup(new GroupName("finops")));
    }

    @Test
    void theGroupsOfTheOneWhoRevokesAreNoWay() {
        assertThat(revoked().none()).isTrue();
    }

    @Test
    void whoRevokesLearnsThatAGroupOfTheOtherGivesTheRole() {
        directory.put(ANA_S, Set.of("finops"));
        assertThat(revoked())
                .isEqualTo(
                        new OtherWays(List.of(new Reason.InGroup(new GroupName("finops"))), true));
    }

    @Test
    void whoLeftHasNoWay() {
        // Given
        another(ROLE);
        directory.clear();
        // When, Then
        assertThat(revoked().none()).isTrue();
    }

    @Test
    void whoseGroupsAreNotKnownIsNotSaidToHaveNoWay() {
        // Given
        groups =
                GroupsFixture.withoutDirectory(
                        new InMemorySignIns(),
                        IdentitySettings.from(MapConfiguration.empty()),
                        clock);
        Grant other = another(ROLE);
        // When
        OtherWays others = revoked();
        // Then
        assertThat(others.none()).isFalse();
        assertThat(others.known()).isFalse();
        assertThat(others.grants()).containsExactly(new Reason.ByGrant(other.id(), other.end()));
    }
}
