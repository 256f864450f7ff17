package org.consoleme.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.identity.ChallengeFixture.ADDRESS;
import static org.consoleme.identity.ChallengeFixture.assertProblem;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** How many challenges somebody may start, and where none; ids of weep's contract in the names. */
class ChallengeLimitsTest {
    private final ChallengeFixture node = new ChallengeFixture();

    @Test
    void lg19_aFloodFromOneAddressLeavesOthersAndThePersonAlone() {
        for (int i = 0; i < 10; i++) {
            node.start.handle("alice@example.com", ADDRESS);
        }

        assertProblem(() -> node.start.handle("alice@example.com", ADDRESS), Problem.TooMany.class);
        assertThat(node.start.handle("alice@example.com", Optional.of("192.0.2.8"))).isNotNull();
        assertThat(node.start.handle("bob@example.com", ADDRESS)).isNotNull();
        node.clock.advance(Duration.ofMinutes(1));
        assertThat(node.start.handle("alice@example.com", ADDRESS)).isNotNull();
    }

    @Test
    void manyNamesFromOneAddressAreLimitedToo() {
        for (int i = 0; i < 60; i++) {
            node.start.handle("user" + i + "@example.com", ADDRESS);
        }

        assertProblem(() -> node.start.handle("last@example.com", ADDRESS), Problem.TooMany.class);
    }

    @Test
    void whatIsOpenIsBoundedAndWhatExpiredMakesRoom() {
        for (int i = 0; i < 100; i++) {
            node.start.handle("u" + i + "@example.com", Optional.of("192.0.2." + i));
        }

        assertProblem(() -> node.start.handle("a@example.com", ADDRESS), Problem.TooMany.class);
        node.clock.advance(Duration.ofMinutes(4));
        assertThat(node.start.handle("a@example.com", ADDRESS)).isNotNull();
    }

    @Test
    void lg21_whatIsSwitchedOffIsRefused() {
        StartChallenge off =
                new StartChallenge(
                        node.challenges,
                        node.limits,
                        IdentitySettings.from(MapConfiguration.empty()),
                        node.clock);

        assertProblem(() -> off.handle("alice@example.com", ADDRESS), Problem.Forbidden.class);
    }
}
