package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.InMemorySignIns;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

class KnownPeopleTest {
    private static final UserId BO = new UserId("bo@example.com");

    private final InMemorySignIns signIns = new InMemorySignIns();

    @Test
    void aPersonIsWhomTheDirectoryHas() {
        KnownPeople people =
                new KnownPeople(
                        Optional.of(
                                user ->
                                        user.equals(BO)
                                                ? Optional.of(
                                                        new Directory.Entry(
                                                                Set.of(), true, Instant.EPOCH))
                                                : Optional.empty()),
                        signIns);

        assertThat(people.isPerson("Bo@example.com")).isTrue();
        assertThat(people.isPerson("admins@example.com")).isFalse();
        assertThat(people.isPerson("")).isFalse();
    }

    @Test
    void aPersonIsWhoeverSignedInHoweverLongAgo() {
        signIns.remember(BO, Set.of(), Instant.EPOCH.plusSeconds(1));

        assertThat(new KnownPeople(Optional.empty(), signIns).isPerson("bo@example.com")).isTrue();
    }

    @Test
    void whomNobodyCanBeAskedAboutMayBeAGroup() {
        KnownPeople people =
                new KnownPeople(
                        Optional.of(
                                user -> {
                                    throw new Problem.Unavailable("it", Duration.ofSeconds(1))
                                            .asException();
                                }),
                        signIns);

        assertThat(people.isPerson("bo@example.com")).isFalse();
    }
}
