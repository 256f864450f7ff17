package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SomeGrants.end;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.time.Instant;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class ListGrantsTest {
    private static final String ROLE = "arn:aws:iam::200000000002:role/reader";
    private static final String ANA = "ana@example.com";

    private final SettableClock clock = SettableClock.atNoon();
    private final Instant noon = clock.instant();
    private final InMemoryGrants stored = new InMemoryGrants();

    @Test
    void liveOnesComeWithTheTimeLeftAndPastOnesAfterThem() {
        // Given
        open(stored, "long", ANA, ROLE, noon, Duration.ofHours(8));
        open(stored, "short", ANA, ROLE, noon, Duration.ofHours(2));
        open(stored, "over", ANA, ROLE, noon, Duration.ofHours(1));
        Grant returned = open(stored, "returned", ANA, ROLE, noon, Duration.ofHours(9));
        end(stored, returned, ANA, noon.plusSeconds(60), Grant.How.RETURNED);
        open(stored, "other", "bo@example.com", ROLE, noon, Duration.ofHours(8));
        clock.advance(Duration.ofMinutes(90));
        // When
        ListGrants.Mine mine = new ListGrants(stored, clock).handle(Callers.web("ANA@example.com"));
        // Then
        assertThat(mine.live())
                .extracting(live -> live.grant().id() + " " + live.left())
                .containsExactly("short PT30M", "long PT6H30M");
        assertThat(mine.past())
                .extracting(grant -> grant.id().value())
                .containsExactly("over", "returned");
    }

    @Test
    void atItsEndAGrantIsPast() {
        // Given
        open(stored, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        // When
        ListGrants.Mine mine = new ListGrants(stored, clock).handle(Callers.web(ANA));
        // Then
        assertThat(mine.live()).isEmpty();
        assertThat(mine.past()).hasSize(1);
    }
}
