package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.fakes.InMemoryAccounts.account;
import static org.consoleme.testing.Roles.role;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemoryAccountIndexes;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.Callers;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.Test;

class FindRoleTest {
    private static final Caller ENGINEER = Callers.web("engineer@example.com", "finops");
    private final FindRole find;

    FindRoleTest() {
        InMemoryAccountIndexes stored = new InMemoryAccountIndexes();
        stored.publish(
                Roles.account(
                        "200000000002",
                        role("arn:aws:iam::200000000002:role/foo", Set.of("finops"), Set.of()),
                        role("arn:aws:iam::200000000002:role/foobar", Set.of("finops"), Set.of()),
                        role("arn:aws:iam::200000000002:role/cli", Set.of(), Set.of("finops")),
                        role(
                                "arn:aws:iam::200000000002:role/secret",
                                Set.of("security"),
                                Set.of())));
        stored.publish(
                Roles.account(
                        "300000000003",
                        role(
                                "arn:aws:iam::300000000003:role/team/gamma",
                                Set.of("finops"),
                                Set.of()),
                        role("arn:aws:iam::300000000003:role/twin", Set.of("finops"), Set.of())));
        CurrentIndex index = new CurrentIndex(stored, new InMemoryAccounts());
        index.refresh();
        find =
                new FindRole(
                        new UnitedEligibleRoles(List.of(new RoleTagEligibility(index)), index),
                        InMemoryAccounts.of(
                                Instant.EPOCH,
                                account("200000000002", "billing"),
                                account("300000000003", "lab")));
    }

    @Test
    void anEqualArnWinsWhateverItsCase() {
        assertThat(found("ARN:aws:iam::200000000002:role/FOO")).isEqualTo("foo");
    }

    @Test
    void aWholeArnMeansNoOtherRoleThatBeginsWithIt() {
        assertThat(problem("arn:aws:iam::200000000002:role/fo"))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(found("200000000002:role/foob")).isEqualTo("foobar");
    }

    @Test
    void anEqualNameWinsOverNamesThatContainIt() {
        assertThat(found("foo")).isEqualTo("foo");
    }

    @Test
    void aNameWithItsPathIsAName() {
        assertThat(found("team/gamma")).isEqualTo("gamma");
    }

    @Test
    void aUniquePartOfTheArnIsEnough() {
        assertThat(found("gam")).isEqualTo("gamma");
    }

    @Test
    void severalMatchesAreNamedInOrder() {
        assertThat(problem("300000000003"))
                .isEqualTo(
                        new Problem.Ambiguous(
                                "300000000003",
                                List.of(
                                        "arn:aws:iam::300000000003:role/team/gamma",
                                        "arn:aws:iam::300000000003:role/twin")));
    }

    @Test
    void anotherPersonsRoleAndNoRoleLookAlike() {
        Problem secret = problem("arn:aws:iam::200000000002:role/secret");
        Problem missing = problem("arn:aws:iam::200000000002:role/nosuch");
        assertThat(secret).isInstanceOf(Problem.NotFound.class);
        assertThat(secret.sentence()).isEqualTo(missing.sentence());
    }

    @Test
    void cliOnlyRolesAreLeftOutOfTheConsole() {
        assertThat(found("cli")).isEqualTo("cli");
        assertThatThrownBy(() -> find.handle(ENGINEER, RoleQuery.of("cli", Surface.CONSOLE)))
                .hasMessageContaining("No role of yours");
    }

    @Test
    void anAccountByNameNarrowsTheChoice() {
        RoleQuery query = new RoleQuery("a", Optional.of("Lab"), Surface.CLI);
        assertThatThrownBy(() -> find.handle(ENGINEER, query)).hasMessageContaining("2 match");
        assertThat(
                        find.handle(ENGINEER, new RoleQuery("twi", Optional.of("lab"), Surface.CLI))
                                .role()
                                .name())
                .isEqualTo("twin");
    }

    @Test
    void anUnknownAccountIsSaidToBeOne() {
        RoleQuery query = new RoleQuery("foo", Optional.of("nowhere"), Surface.CLI);
        assertThatThrownBy(() -> find.handle(ENGINEER, query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isEqualTo(new Problem.NotFound("account", "nowhere")));
    }

    private String found(String text) {
        return find.handle(ENGINEER, RoleQuery.of(text, Surface.CLI)).role().name();
    }

    private Problem problem(String text) {
        try {
            return new Problem.Conflict(found(text));
        } catch (ProblemException e) {
            return e.problem();
        }
    }
}
