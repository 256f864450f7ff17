package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UserId ALICE = new UserId("alice@example.com");
    private static final GroupName DEVS = new GroupName("Devs");

    private final SettableClock clock = new SettableClock(NOON);
    private final InMemorySignIns signIns = new InMemorySignIns();

    @Test
    void withoutADirectoryTheLastWebSignInCountsForTwelveHours() {
        Groups groups = groups(Optional.empty(), MapConfiguration.empty());
        signIns.remember(ALICE, Set.of(DEVS), NOON);

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(groups.of(ALICE)).containsExactly(DEVS);
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> groups.of(ALICE)).satisfies(is(Problem.StepUpRequired.class));
    }

    @Test
    void nobodyWhoNeverSignedInHasGroups() {
        Groups groups = groups(Optional.empty(), MapConfiguration.empty());

        assertThatThrownBy(() -> groups.of(ALICE)).satisfies(is(Problem.StepUpRequired.class));
    }

    @Test
    void lg18_whoTheDirectorySaysLeftIsNoLongerSignedIn() {
        Directory left = user -> Optional.of(new Directory.Entry(Set.of(DEVS), false, NOON));
        Groups groups = groups(Optional.of(left), MapConfiguration.empty());

        assertThatThrownBy(() -> groups.of(ALICE)).satisfies(is(Problem.Unauthenticated.class));
        assertThatThrownBy(() -> groups.of(ALICE, Set.of(DEVS)))
                .satisfies(is(Problem.Unauthenticated.class));
        assertThatThrownBy(() -> groups.requireKnown(ALICE))
                .satisfies(is(Problem.Unauthenticated.class));
    }

    @Test
    void whereNoGroupIsNeededNobodyHasToSignInAgain() {
        assertThatCode(() -> groups(Optional.empty(), MapConfiguration.empty()).requireKnown(ALICE))
                .doesNotThrowAnyException();
    }

    @Test
    void aDirectoryGoesBeforeTheLastSignIn() {
        Directory directory =
                user -> Optional.of(new Directory.Entry(Set.of(new GroupName("ops")), true, NOON));
        signIns.remember(ALICE, Set.of(DEVS), NOON);

        assertThat(groups(Optional.of(directory), MapConfiguration.empty()).of(ALICE))
                .containsExactly(new GroupName("ops"));
    }

    @Test
    void d23_oneSetOfRulesForGroupsFromEverySource() {
        Groups groups =
                groups(
                        Optional.empty(),
                        MapConfiguration.empty()
                                .with("auth.groups_to_add_for_all_users", List.of("Everyone"))
                                .with("auth.force_groups_lowercase", true));
        signIns.remember(ALICE, Set.of(DEVS), NOON);
        Set<GroupName> ruled = Set.of(new GroupName("devs"), new GroupName("everyone"));

        assertThat(groups.of(ALICE)).isEqualTo(ruled);
        assertThat(groups.of(ALICE, Set.of(DEVS))).isEqualTo(ruled);
        assertThat(groups.orNone(ALICE)).containsExactly(new GroupName("everyone"));
    }

    @Test
    void aSignInIsWrittenWhenGroupsChangeOrAnHourPassed() {
        RecentSignIns recent = new RecentSignIns(signIns, clock);
        recent.saw(ALICE, Set.of(DEVS));
        recent.saw(ALICE, Set.of(DEVS));
        assertThat(signIns.writes()).isEqualTo(1);

        recent.saw(ALICE, Set.of());
        assertThat(signIns.writes()).isEqualTo(2);
        clock.advance(Duration.ofHours(1));
        recent.saw(ALICE, Set.of());
        assertThat(signIns.writes()).isEqualTo(3);
    }

    private Groups groups(Optional<Directory> directory, MapConfiguration configuration) {
        return new Groups(directory, signIns, IdentitySettings.from(configuration), clock);
    }

    private static java.util.function.Consumer<Throwable> is(Class<? extends Problem> kind) {
        return thrown -> assertThat(((ProblemException) thrown).problem()).isInstanceOf(kind);
    }
}
