package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.Challenges;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

public abstract class ChallengesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

    protected abstract Challenges challenges();

    protected static Challenge pending(String token, Instant expiresAt) {
        return new Challenge(
                token,
                new UserId("Ana@example.com"),
                Optional.of("192.0.2.9"),
                NOW,
                expiresAt,
                Challenge.State.PENDING,
                Optional.empty(),
                false,
                Set.of());
    }

    private static Challenge approved(Challenge before) {
        return new Challenge(
                before.token(),
                before.user(),
                before.address(),
                before.createdAt(),
                before.expiresAt(),
                Challenge.State.APPROVED,
                Optional.of("nonce"),
                true,
                Set.of(new GroupName("finops@example.com"), new GroupName("b")));
    }

    @Test
    void aChallengeIsFoundAsItWasCreated() {
        Challenges challenges = challenges();
        Challenge created = pending("one", NOW.plusSeconds(120));
        challenges.create(created);

        assertThat(challenges.find("one")).contains(created);
        assertThat(challenges.find("two")).isEmpty();
        assertThat(challenges.open()).isEqualTo(1);
    }

    @Test
    void everyStateComesBack() {
        Challenges challenges = challenges();
        for (Challenge.State state : Challenge.State.values()) {
            Challenge one =
                    new Challenge(
                            state.name(),
                            new UserId("ana@example.com"),
                            Optional.empty(),
                            NOW,
                            NOW.plusSeconds(120),
                            state,
                            Optional.of("n"),
                            true,
                            Set.of(new GroupName("g")));
            challenges.create(one);
            assertThat(challenges.find(state.name())).contains(one);
        }
    }

    @Test
    void onlyOneOfTwoReplacementsWins() {
        Challenges challenges = challenges();
        Challenge before = pending("one", NOW.plusSeconds(120));
        challenges.create(before);
        Challenge after = approved(before);

        assertThat(challenges.replace(before, after)).isTrue();
        assertThat(challenges.replace(before, after)).isFalse();
        assertThat(challenges.find("one")).contains(after);
    }

    @Test
    void whatIsGoneCannotBeReplaced() {
        Challenges challenges = challenges();
        Challenge before = pending("one", NOW.plusSeconds(120));
        challenges.create(before);
        challenges.remove("one");

        assertThat(challenges.replace(before, approved(before))).isFalse();
        assertThat(challenges.find("one")).isEmpty();
    }

    @Test
    void theSweepTakesWhatHasExpiredAndNothingElse() {
        Challenges challenges = challenges();
        challenges.create(pending("old", NOW.minusSeconds(1)));
        challenges.create(pending("young", NOW.plusSeconds(1)));

        challenges.sweep(NOW);

        assertThat(challenges.find("old")).isEmpty();
        assertThat(challenges.find("young")).isPresent();
        assertThat(challenges.open()).isEqualTo(1);
    }
}
