package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.credentials.GrantedAna.ANA;
import static org.consoleme.credentials.GrantedAna.HOUR;
import static org.consoleme.credentials.GrantedAna.ending;
import static org.consoleme.credentials.GrantedNode.READER;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;
import org.junit.jupiter.api.Test;

/** A grant that is over, wherever it ended, issues nothing more. */
class GrantIsOverTest {
    private final GrantedAna ana = new GrantedAna();
    private final GrantedNode node = ana.node;

    @Test
    void atItsEndAGrantIssuesNothingMore() {
        // Given
        ana.granted("g-0", READER, HOUR);
        ana.clock.advance(HOUR.minusNanos(1));
        node.vend(ANA, "reader", Optional.empty());
        // When
        ana.clock.advance(Duration.ofNanos(1));
        // Then
        ana.assertNothingIsIssued();
    }

    @Test
    void slackT50_accessStaysToTheEndOfTheLongerGrant() {
        // Given
        ana.granted("a", READER, HOUR);
        ana.granted("b", READER, Duration.ofHours(8));
        node.vend(ANA, "reader", Optional.empty());
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T20:00:00Z"));
        // When
        ana.clock.advance(HOUR);
        node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T20:00:00Z"));
        ana.clock.advance(Duration.ofHours(7));
        ana.assertNothingIsIssued();
    }

    @Test
    void slackT50_whenTheLongerGrantIsReturnedElsewhereTheShorterOneHolds() {
        // Given
        ana.granted("a", READER, HOUR);
        Grant longer = ana.granted("b", READER, Duration.ofHours(8));
        ana.ended(longer, Grant.How.RETURNED);
        // When
        node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T13:00:00Z"));
        assertThat(node.audit.events().getLast().details())
                .containsEntry("grant", "a")
                .containsEntry("grantThatIsOver", "b RETURNED");
    }

    @Test
    void aGrantReturnedElsewhereIssuesNothingThoughThisNodeStillKnowsIt() {
        // Given
        ana.ended(ana.granted("g-0", READER, HOUR), Grant.How.RETURNED);
        assertThat(node.known.of(ANA.user())).hasSize(1);
        // When, Then
        ana.assertNothingIsIssued();
        assertThat(node.known.of(ANA.user())).isEmpty();
    }

    @Test
    void aGrantRevokedElsewhereAnswersAsARoleThatOneNeverHad() {
        // Given
        Problem never = Problems.of(() -> node.vend(ANA, "reader", Optional.empty()));
        ana.ended(ana.granted("g-0", READER, HOUR), Grant.How.REVOKED);
        // When
        Problem revoked = Problems.of(() -> node.vend(ANA, "reader", Optional.empty()));
        // Then
        assertThat(revoked).isEqualTo(never);
        AuditEvent row = node.audit.events().getLast();
        assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
        assertThat(row.subject()).isEqualTo(READER);
        assertThat(row.details()).containsEntry("grantThatIsOver", "g-0 REVOKED");
    }

    @Test
    void withTheStoreAwayThereIsNoGuess() {
        // Given
        ana.granted("g-0", READER, HOUR);
        ana.stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When, Then
        assertThat(Problems.of(() -> node.vend(ANA, "reader", Optional.empty())))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(Problems.of(() -> node.open(ANA, "reader")))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(node.asked).isEmpty();
        assertThat(node.audit.events().getLast().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void slackT86_aNodeThatStartsAtTheEndIssuesNothing() {
        // Given
        ana.granted("g-0", READER, HOUR);
        ana.clock.advance(HOUR);
        // When
        GrantedNode restarted = ana.anotherNode(Map.of(), false);
        restarted.known.refresh();
        // Then
        assertThat(Problems.of(() -> restarted.vend(ANA, "reader", Optional.empty())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void anOfferRestsOnTheRecordToo() {
        // Given
        Grant grant = ana.granted("g-0", READER, HOUR);
        assertThat(node.offer(ANA, "reader").role().until()).contains(grant.end());
        // When
        ana.ended(grant, Grant.How.REVOKED);
        // Then
        assertThat(Problems.of(() -> node.offer(ANA, "reader")))
                .isInstanceOf(Problem.NotFound.class);
    }
}
