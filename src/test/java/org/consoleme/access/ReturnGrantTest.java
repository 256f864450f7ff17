package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.EndingDesk.ANA;
import static org.consoleme.access.EndingDesk.BO;
import static org.consoleme.access.EndingDesk.ID;
import static org.consoleme.access.EndingDesk.ROLE;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.Test;

/** Returning a grant: it is over at once, and the answer says until when keys live on. */
class ReturnGrantTest {
    private final EndingDesk desk = new EndingDesk();

    @Test
    void oneReturnsOnesOwnGrantAndItIsOverAtOnce() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.clock.advance(Duration.ofMinutes(5));
        // When
        EndedGrant ended = desk.giveBack(ANA);
        // Then
        Grant record = desk.stored.find(ID).orElseThrow();
        assertThat(record).isEqualTo(ended.grant());
        assertThat(record.live(desk.clock.instant())).isFalse();
        assertThat(record.over()).isEqualTo(desk.clock.instant());
        assertThat(record.closed().orElseThrow().how()).isEqualTo(Grant.How.RETURNED);
        assertThat(desk.known.of(ANA.user())).isEmpty();
        assertThat(desk.outbox.all())
                .filteredOn(event -> event.kind() == OutboxEvent.Kind.ANNOUNCE_GRANT)
                .hasSize(2);
    }

    @Test
    void theAnswerSaysHowLongIssuedKeysLiveOn() {
        // Given
        desk.granted(Duration.ofHours(8));
        // When, Then
        assertThat(desk.giveBack(ANA).keysUntil()).isEqualTo(desk.noon.plus(Duration.ofHours(1)));
    }

    @Test
    void issuedKeysLiveNoLongerThanTheGrantWouldHave() {
        // Given
        desk.longest = Duration.ofHours(12);
        desk.granted(Duration.ofHours(8));
        // When, Then
        assertThat(desk.giveBack(ANA).keysUntil()).isEqualTo(desk.noon.plus(Duration.ofHours(8)));
    }

    @Test
    void issuedKeysMayCarryTheEndOfAnOverlappingGrant() {
        // Given
        desk.longest = Duration.ofHours(12);
        open(desk.stored, "g-1", "ana@example.com", ROLE, desk.noon, Duration.ofHours(10));
        desk.granted(Duration.ofHours(8));
        // When, Then
        assertThat(desk.giveBack(ANA).keysUntil()).isEqualTo(desk.noon.plus(Duration.ofHours(10)));
    }

    @Test
    void theAuditRowSaysWhoseGrantOfWhichRoleAndTillWhenKeysLive() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.audit.clear();
        // When
        desk.giveBack(ANA);
        // Then
        AuditEvent row = desk.audit.events().getFirst();
        assertThat(desk.audit.events()).hasSize(1);
        assertThat(row.outcome()).isEqualTo(Outcome.DONE);
        assertThat(row.subject()).isEqualTo("g-0");
        assertThat(row.details())
                .containsEntry("command", "return")
                .containsEntry("user", "ana@example.com")
                .containsEntry("role", ROLE)
                .containsEntry("end", "2026-03-01T20:00:00Z")
                .containsEntry("keysUntil", "2026-03-01T13:00:00Z");
    }

    @Test
    void somebodyElsesGrantIsNoneToReturnAndTheAttemptIsAudited() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.audit.clear();
        // When
        Problem problem = Problems.of(() -> desk.giveBack(BO));
        // Then
        assertThat(problem).isEqualTo(new Problem.NotFound("grant", ""));
        assertThat(problem).isEqualTo(Problems.of(() -> desk.giveBackAnother(BO)));
        assertThat(desk.audit.events().getFirst().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(desk.stored.find(ID).orElseThrow().live(desk.clock.instant())).isTrue();
    }

    @Test
    void aGrantThatRanOutCannotBeReturned() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.clock.advance(Duration.ofHours(8));
        // When, Then
        assertThat(Problems.of(() -> desk.giveBack(ANA)))
                .isEqualTo(new Problem.Conflict("It ended at its time."));
    }

    @Test
    void withTheStoreAwayNothingIsSaidToBeReturned() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.audit.clear();
        desk.stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When, Then
        assertThat(Problems.of(() -> desk.giveBack(ANA))).isInstanceOf(Problem.Unavailable.class);
        assertThat(desk.audit.events().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(desk.known.of(ANA.user())).hasSize(1);
    }
}
