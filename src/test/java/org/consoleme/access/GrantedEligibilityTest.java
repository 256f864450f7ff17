package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.identity.Caller;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class GrantedEligibilityTest {
    private static final RoleArn READER =
            RoleArn.parse("arn:aws:iam::200000000002:role/billing-reader");
    private static final RoleArn TAGGED = RoleArn.parse("arn:aws:iam::200000000002:role/tagged");
    private static final RoleArn CLI_ONLY = RoleArn.parse("arn:aws:iam::200000000002:role/cli");
    private static final Caller ANA = Callers.web("ana@example.com", "finops");

    private final SettableClock clock = SettableClock.atNoon();
    private final Instant noon = clock.instant();
    private final InMemoryGrants stored = new InMemoryGrants();
    private final LiveGrants known = new LiveGrants(stored, clock);
    private final EligibleRoles eligible;

    GrantedEligibilityTest() {
        InMemoryAccountIndexes indexes = new InMemoryAccountIndexes();
        indexes.publish(
                Roles.account(
                        "200000000002",
                        role(READER.toString(), Set.of(), Set.of()),
                        role(TAGGED.toString(), Set.of("finops"), Set.of()),
                        role(CLI_ONLY.toString(), Set.of(), Set.of("finops"))));
        CurrentIndex index = new CurrentIndex(indexes, new InMemoryAccounts());
        index.refresh();
        eligible =
                new UnitedEligibleRoles(
                        List.of(new RoleTagEligibility(index), new GrantedEligibility(known)),
                        index);
    }

    @Test
    void aGrantOpensTheRoleForConsoleAndCommandLineUntilItsEnd() {
        // When
        granted("g-0", READER, Duration.ofHours(2));
        // Then
        for (Surface surface : Surface.values()) {
            EligibleRole role = one(surface, READER).orElseThrow();
            assertThat(role.cliOnly()).isFalse();
            assertThat(role.until()).contains(Instant.parse("2026-03-01T14:00:00Z"));
            assertThat(role.reasons())
                    .extracting(Reason::words)
                    .containsExactly("by a grant until 2026-03-01 14:00 UTC");
        }
        clock.advance(Duration.ofHours(2));
        assertThat(one(Surface.CLI, READER)).isEmpty();
    }

    @Test
    void slackT50_overlappingGrantsEndAtTheirUnion() {
        // Given
        granted("g-0", READER, Duration.ofHours(1));
        granted("g-1", READER, Duration.ofHours(8));
        assertThat(one(Surface.CLI, READER).orElseThrow().until())
                .contains(noon.plus(Duration.ofHours(8)));
        // When
        clock.advance(Duration.ofHours(1));
        // Then
        EligibleRole role = one(Surface.CLI, READER).orElseThrow();
        assertThat(role.until()).contains(noon.plus(Duration.ofHours(8)));
        assertThat(role.reasons()).hasSize(1);
    }

    @Test
    void whoIsEligibleAnywayHasNoEnd() {
        granted("g-0", TAGGED, Duration.ofHours(1));
        assertThat(one(Surface.CONSOLE, TAGGED).orElseThrow().until()).isEmpty();
        assertThat(one(Surface.CLI, TAGGED).orElseThrow().until()).isEmpty();
    }

    @Test
    void aConsoleThatIsOpenByTheGrantAloneEndsWithItThoughTheCommandLineDoesNot() {
        granted("g-0", CLI_ONLY, Duration.ofHours(1));
        assertThat(one(Surface.CONSOLE, CLI_ONLY).orElseThrow().until())
                .contains(noon.plus(Duration.ofHours(1)));
        assertThat(one(Surface.CLI, CLI_ONLY).orElseThrow().until()).isEmpty();
    }

    @Test
    void somebodyElsesGrantOpensNothing() {
        // When
        open(stored, "g-0", "bo@example.com", READER.toString(), noon, Duration.ofHours(1));
        known.refresh();
        // Then
        assertThat(one(Surface.CLI, READER)).isEmpty();
    }

    private Optional<EligibleRole> one(Surface surface, RoleArn role) {
        return eligible.one(ANA, surface, role);
    }

    private void granted(String id, RoleArn role, Duration length) {
        open(stored, id, "ana@example.com", role.toString(), noon, length);
        known.refresh();
    }
}
