package org.consoleme.web.weep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.VisitChallenge;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

class ChallengeJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Caller ALICE = Callers.web("alice@example.com");

    @Test
    void whoeverIsAtTheTerminalsAddressMayApprove() {
        ChallengesResource.ChallengeJson json = seen(true, true);

        assertThat(json.mayApprove()).isTrue();
        assertThat(json.nonce()).isEqualTo("n-1");
        assertThat(json.elsewhere()).isEmpty();
    }

    @Test
    void fromAnotherAddressOnlyNotMeIsLeftAndThePageSaysWhy() {
        ChallengesResource.ChallengeJson json = seen(true, false);

        assertThat(json.mayApprove()).isFalse();
        assertThat(json.nonce()).as("not me needs it too").isEqualTo("n-1");
        assertThat(json.elsewhere().orElseThrow()).contains("another address (192.0.2.7)");
    }

    @Test
    void somebodyElseHearsNothingOfAddresses() {
        ChallengesResource.ChallengeJson json = seen(false, false);

        assertThat(json.mayApprove()).isFalse();
        assertThat(json.nonce()).isEmpty();
        assertThat(json.elsewhere()).isEmpty();
    }

    private static ChallengesResource.ChallengeJson seen(boolean mayDecide, boolean sameAddress) {
        Challenge challenge =
                new Challenge(
                        "t-1",
                        new UserId("alice@example.com"),
                        Optional.of("192.0.2.7"),
                        NOON,
                        NOON.plusSeconds(120),
                        Challenge.State.PENDING,
                        Optional.of("n-1"),
                        true,
                        Set.of());
        return ChallengesResource.ChallengeJson.of(
                new VisitChallenge.Visit(challenge, false, mayDecide, true, sameAddress), ALICE);
    }
}
