package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.SomeGrants.end;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.time.Instant;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class LiveGrantsTest {
    private static final String ROLE = "arn:aws:iam::200000000002:role/reader";
    private static final String ANA = "ana@example.com";

    private final SettableClock clock = SettableClock.atNoon();
    private final Instant noon = clock.instant();
    private final InMemoryGrants stored = new InMemoryGrants();
    private final LiveGrants known = new LiveGrants(stored, clock);

    @Test
    void beforeTheFirstReadingNoneIsKnown() {
        open(stored, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        assertThat(known.of(new UserId(ANA))).isEmpty();
    }

    @Test
    void aPersonsOwnAreKnownWhateverTheSpelling() {
        // Given
        Grant own = open(stored, "g-0", "Ana@Example.com", ROLE, noon, Duration.ofHours(1));
        open(stored, "g-1", "bo@example.com", ROLE, noon, Duration.ofHours(1));
        // When
        known.refresh();
        // Then
        assertThat(known.of(new UserId(ANA))).containsExactly(own);
    }

    @Test
    void whileTheStoreIsAwayGrantsStayAndEndByTheClock() {
        // Given
        open(stored, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        known.refresh();
        stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When
        assertThatThrownBy(known::refresh).hasMessageContaining("DynamoDB");
        // Then
        clock.advance(Duration.ofMinutes(59));
        assertThat(known.of(new UserId(ANA))).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(known.of(new UserId(ANA))).isEmpty();
    }

    @Test
    void aGrantThatIsOverElsewhereGoesWithTheNextReading() {
        // Given
        Grant grant = open(stored, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        known.refresh();
        end(stored, grant, "bo@example.com", noon, Grant.How.REVOKED);
        // When
        known.refresh();
        // Then
        assertThat(known.of(new UserId(ANA))).isEmpty();
    }

    @Test
    void aReadingOlderThanWhatWasLearnedBringsNothingBack() {
        // Given
        InMemoryGrants behind = new InMemoryGrants();
        Grant grant = open(behind, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        LiveGrants node = new LiveGrants(behind, clock);
        node.refresh();
        InMemoryGrants ahead = new InMemoryGrants();
        open(ahead, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        // When
        node.learn(end(ahead, grant, ANA, noon, Grant.How.RETURNED));
        node.refresh();
        // Then
        assertThat(node.of(new UserId(ANA))).isEmpty();
    }

    @Test
    void whatIsForgottenIsGone() {
        // Given
        Grant grant = open(stored, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        known.refresh();
        // When
        known.forget(grant.id());
        // Then
        assertThat(known.of(new UserId(ANA))).isEmpty();
    }
}
