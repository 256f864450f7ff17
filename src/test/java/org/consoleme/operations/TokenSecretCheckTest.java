package org.consoleme.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.IdentitySettings;
import org.consoleme.operations.Check.State;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class TokenSecretCheckTest {
    private static final String GOOD = "0123456789abcdef0123456789abcdef";

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryEphemeral marks = new InMemoryEphemeral(clock);

    @Test
    void aGoodSecretIsUpHoweverManyNodes() {
        TokenSecretCheck one = node(GOOD);
        TokenSecretCheck other = node(GOOD);

        one.look();
        other.look();

        assertThat(one.look().state()).isEqualTo(State.UP);
    }

    @Test
    void aShortSecretIsNamed() {
        assertThat(node("short").look().detail()).contains("can be guessed");
    }

    @Test
    void oneNodeWithoutASecretIsToldWhatToDo() {
        TokenSecretCheck only = node("");
        only.look();

        assertThat(only.look().state()).isEqualTo(State.DEGRADED);
        assertThat(only.look().todo().orElseThrow()).contains("jwt_secret");
    }

    @Test
    void d17_withoutASecretASecondNodeIsSevere() {
        TokenSecretCheck one = node("");
        TokenSecretCheck other = node("");
        one.look();
        other.look();

        assertThat(one.look().state()).isEqualTo(State.DOWN);
        assertThat(other.look().state()).isEqualTo(State.DOWN);
    }

    @Test
    void d17_anotherNodesSecretIsAsBad() {
        TokenSecretCheck one = node("");
        TokenSecretCheck other = node(GOOD);
        one.look();
        other.look();

        assertThat(one.look().state()).isEqualTo(State.DOWN);
    }

    @Test
    void itsOwnEarlierProcessIsNoOtherNode() {
        node("").look();
        TokenSecretCheck restarted = node("");

        assertThat(restarted.look().state()).isEqualTo(State.DEGRADED);
        clock.advance(Duration.ofMinutes(1));
        assertThat(restarted.look().state()).isEqualTo(State.DEGRADED);
    }

    private TokenSecretCheck node(String secret) {
        return new TokenSecretCheck(
                IdentitySettings.from(MapConfiguration.empty().with("jwt_secret", secret)), marks);
    }
}
