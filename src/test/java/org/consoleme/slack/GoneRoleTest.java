package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.consoleme.requests.Review;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that is deleted while its request waits. */
class GoneRoleTest {
    private static final String ACCOUNT = "200000000002";
    private static final String HIDDEN = "arn:aws:iam::200000000002:role/hidden";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private void announced() {
        door.clock.advance(Duration.ofSeconds(1));
        door.core.comment(asked.request.id(), "hello?");
        door.deliver();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itsCardSaysSoAndIsNotAnnouncedAgainAndAgain(boolean withItsAccount) {
        // Given
        door.clock.advance(Duration.ofSeconds(1));
        if (withItsAccount) {
            door.closeBillingProd();
        } else {
            door.publishNow(ACCOUNT);
        }
        // When
        announced();
        // Then
        assertThat(door.twin.draw(door.card()))
                .contains("Nobody can approve this: The role was deleted", "[Look closer]")
                .doesNotContain("[Approve]", "[Deny]");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void itsCardCanBeUsedAgainWhenTheRoleIsThereAgain() {
        // Given
        door.clock.advance(Duration.ofSeconds(1));
        door.publishNow(ACCOUNT);
        announced();
        // When
        door.publishNow(ACCOUNT, Roles.role(HIDDEN, Set.of("security"), Set.of()));
        announced();
        // Then
        asked.submitted(asked.clicked("Approve"), Map.of());
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(1);
    }

    @Test
    void whatIsOverdueIsNotOfferedForADecision() {
        // Given
        door.clock.advance(Duration.ofDays(1).plusSeconds(1));
        // When
        announced();
        // Then
        assertThat(door.twin.draw(door.card()))
                .contains("It expired before anybody decided.")
                .doesNotContain("[Approve]", "[Deny]");
    }
}
