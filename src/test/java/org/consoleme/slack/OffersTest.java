package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditEvent.RoleOffered;
import org.consoleme.audit.Outcome;
import org.consoleme.slacktwin.Actor;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code creds} leaves in the audit trail and in the meters. */
class OffersTest {
    private static final String HIDDEN = "arn:aws:iam::200000000002:role/hidden";

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anOfferIsAuditedWithTheWordsAfterBecause() {
        // When
        engineer.type("/consoleme creds admin for 2h because INC-1: pager");
        door.answer();
        // Then
        assertThat(door.auditOf(1))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event).isInstanceOf(RoleOffered.class);
                            assertThat(event.subject())
                                    .isEqualTo("arn:aws:iam::200000000002:role/admin");
                            assertThat(event.outcome()).isEqualTo(Outcome.DONE);
                            assertThat(event.origin().actor()).isEqualTo("engineer@example.com");
                            assertThat(event.details()).containsEntry("because", "INC-1: pager");
                        });
    }

    @Test
    void aRoleByAGrantSaysUntilWhenAndThatKeysEndThen() {
        // Given
        SomeGrants.open(
                door.grants,
                "g-0",
                SlackDoor.ENGINEER,
                HIDDEN,
                door.clock.instant(),
                Duration.ofHours(2));
        door.known.refresh();
        // When
        engineer.type("/consoleme creds hidden");
        // Then
        assertThat(door.twin.draw(door.answer()))
                .contains("by a grant until 2026-03-01 14:00 UTC; keys stop working then");
    }

    @Test
    void aGrantThatIsOverElsewhereAnswersAsARoleThatIsNotTheirs() {
        // Given
        engineer.type("/consoleme creds hidden");
        String never = door.twin.draw(door.answer());
        Grant grant =
                SomeGrants.open(
                        door.grants,
                        "g-0",
                        SlackDoor.ENGINEER,
                        HIDDEN,
                        door.clock.instant(),
                        Duration.ofHours(2));
        door.known.refresh();
        SomeGrants.end(
                door.grants, grant, "bo@example.com", door.clock.instant(), Grant.How.REVOKED);
        // When
        engineer.type("/consoleme creds hidden");
        // Then
        assertThat(door.twin.draw(door.answer())).isEqualTo(never);
    }

    @Test
    void aRoleThatIsNotTheirsIsAuditedAsDenied() {
        // When
        engineer.type("/consoleme creds hidden because curiosity");
        door.answer();
        // Then
        AuditEvent event = door.auditOf(1).getFirst();
        assertThat(event.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(event.subject()).isEqualTo("hidden");
        assertThat(event.reason()).isEqualTo(Optional.of("NotFound"));
        assertThat(event.details()).containsEntry("because", "curiosity");
    }

    @Test
    void theWordsFollowTheButtonThatIsClicked() {
        // Given
        engineer.type("/consoleme creds billing because month end");
        // When
        engineer.click(door.answer(), "Use");
        door.answer();
        // Then
        AuditEvent event = door.auditOf(2).getLast();
        assertThat(event.outcome()).isEqualTo(Outcome.DONE);
        assertThat(event.details()).containsEntry("because", "month end");
    }

    @Test
    void moreWordsThanAButtonHoldsAreRefused() {
        // When
        engineer.type("/consoleme creds admin because " + "x".repeat(1001));
        // Then
        assertThat(door.twin.draw(door.answer())).contains("at most 1000 characters");
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void acknowledgementsAndWorkAreMeasuredWithoutNames() {
        // When
        engineer.type("/consoleme whoami");
        door.answer();
        // Then
        assertThat(
                        door.meters
                                .get("consoleme.slack.acks")
                                .tag("outcome", "taken")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(door.meters.get("consoleme.slack.work").timer().count()).isEqualTo(1);
    }
}
