package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.credentials.GrantedNode.READER;
import static org.consoleme.credentials.GrantedNode.TAGGED;
import static org.consoleme.credentials.GrantedNode.UNSEEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.EligibilitySource.Entitlement;
import org.consoleme.access.Grant;
import org.consoleme.access.Reason;
import org.consoleme.access.Surface;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.Callers;
import org.consoleme.testing.SettableClock;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.Test;

/** What is issued to somebody who has a role by a grant, and when nothing is. */
class GrantedSessionsTest {
    private static final Caller ANA = Callers.web("ana@example.com", "finops");
    private static final Duration HOUR = Duration.ofHours(1);

    private final SettableClock clock = SettableClock.atNoon();
    private final Instant noon = clock.instant();
    private final InMemoryGrants stored = new InMemoryGrants();
    private final GrantedNode node = node(Map.of(), false);

    @Test
    void keysUnderAGrantLastUntilItsEndAndCarryIt() {
        // Given
        granted("g-0", READER, Duration.ofHours(2));
        // When
        TemporaryCredentials keys = node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(2));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T14:00:00Z"));
        assertThat(keys.expiresAt()).isEqualTo(noon.plus(Duration.ofHours(2)));
        assertThat(node.audit.events().getLast().details()).containsEntry("grant", "g-0");
    }

    @Test
    void aConsoleSessionUnderAGrantCarriesItsEndToo() {
        // Given
        granted("g-0", READER, Duration.ofHours(2));
        // When
        node.open(ANA, "reader");
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(2));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T14:00:00Z"));
    }

    @Test
    void addressesAndEndGoIntoOnePolicy() {
        // Given
        GrantedNode strict = node(Map.of("aws.ip_restrictions", List.of("192.0.2.0/24")), false);
        granted("g-0", READER, Duration.ofHours(2));
        strict.known.refresh();
        // When
        strict.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(strict.last().sessionPolicy())
                .isEqualTo(
                        SessionPolicy.of(
                                List.of("192.0.2.0/24"),
                                Optional.of(Instant.parse("2026-03-01T14:00:00Z"))));
    }

    @Test
    void noSessionIsLongerThanTheRolesMaximum() {
        granted("g-0", READER, Duration.ofHours(8));
        node.vend(ANA, "reader", Optional.empty());
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void noSessionOfChainedRolesIsLongerThanAnHour() {
        // Given
        GrantedNode chained = node(Map.of(), true);
        granted("g-0", READER, Duration.ofHours(8));
        chained.known.refresh();
        // When
        chained.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(chained.last().lifetime()).isEqualTo(HOUR);
        assertThat(chained.last().sessionPolicy()).isEqualTo(ending("2026-03-01T20:00:00Z"));
    }

    @Test
    void noSessionIsLongerThanAskedOrConfigured() {
        // Given
        GrantedNode configured =
                node(Map.of("credentials.role_durations", Map.of("reader", 1800)), false);
        granted("g-0", READER, Duration.ofHours(2));
        configured.known.refresh();
        // When, Then
        node.vend(ANA, "reader", Optional.of(Duration.ofMinutes(20)));
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofMinutes(20));
        configured.vend(ANA, "reader", Optional.empty());
        assertThat(configured.last().lifetime()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aRoleWhoseMaximumIsNotKnownGetsTheUsualLength() {
        granted("g-0", UNSEEN, Duration.ofHours(8));
        node.vend(ANA, "unseen", Optional.empty());
        assertThat(node.last().lifetime()).isEqualTo(HOUR);
    }

    @Test
    void inTheLastMinutesStsIsAskedForItsLeastAndThePolicyStillCutsAtTheEnd() {
        // Given
        granted("g-0", READER, HOUR);
        clock.advance(Duration.ofMinutes(58));
        // When
        TemporaryCredentials keys = node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T13:00:00Z"));
        assertThat(keys.expiresAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void atItsEndAGrantIssuesNothingMore() {
        // Given
        granted("g-0", READER, HOUR);
        clock.advance(HOUR.minusNanos(1));
        node.vend(ANA, "reader", Optional.empty());
        // When
        clock.advance(Duration.ofNanos(1));
        // Then
        assertNothingIsIssued();
    }

    @Test
    void slackT50_accessStaysToTheEndOfTheLongerGrant() {
        // Given
        granted("a", READER, HOUR);
        granted("b", READER, Duration.ofHours(8));
        node.vend(ANA, "reader", Optional.empty());
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T20:00:00Z"));
        // When
        clock.advance(HOUR);
        node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T20:00:00Z"));
        clock.advance(Duration.ofHours(7));
        assertNothingIsIssued();
    }

    @Test
    void slackT50_whenTheLongerGrantIsReturnedElsewhereTheShorterOneHolds() {
        // Given
        granted("a", READER, HOUR);
        Grant longer = granted("b", READER, Duration.ofHours(8));
        ended(longer, Grant.How.RETURNED);
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
        ended(granted("g-0", READER, HOUR), Grant.How.RETURNED);
        assertThat(node.known.of(ANA.user())).hasSize(1);
        // When, Then
        assertNothingIsIssued();
        assertThat(node.known.of(ANA.user())).isEmpty();
    }

    @Test
    void aGrantRevokedElsewhereAnswersAsARoleThatOneNeverHad() {
        // Given
        Problem never = problem(() -> node.vend(ANA, "reader", Optional.empty()));
        ended(granted("g-0", READER, HOUR), Grant.How.REVOKED);
        // When
        Problem revoked = problem(() -> node.vend(ANA, "reader", Optional.empty()));
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
        granted("g-0", READER, HOUR);
        stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When, Then
        assertThat(problem(() -> node.vend(ANA, "reader", Optional.empty())))
                .isInstanceOf(Problem.Unavailable.class);
        assertThat(problem(() -> node.open(ANA, "reader"))).isInstanceOf(Problem.Unavailable.class);
        assertThat(node.asked).isEmpty();
        assertThat(node.audit.events().getLast().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void whoIsEligibleAnywayHasNoEndAndNeedsNoRecord() {
        // Given
        granted("g-0", TAGGED, Duration.ofMinutes(20));
        stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When
        node.vend(ANA, "tagged", Optional.empty());
        // Then
        assertThat(node.last().sessionPolicy()).isEmpty();
        assertThat(node.last().lifetime()).isEqualTo(HOUR);
    }

    @Test
    void anExtensionThatSaysAnEndIsHeldToIt() {
        // Given
        Instant end = noon.plus(Duration.ofHours(3));
        node.extension.add(
                new Entitlement(
                        RoleArn.parse(READER),
                        Surface.CONSOLE,
                        new Reason.Extension("on-call"),
                        Optional.of(end)));
        // When
        node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(3));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T15:00:00Z"));
    }

    /** AWS compares with its own clock: what a node with a slow one issues is denied there. */
    @Test
    void slackT86_aNodeWhoseClockIsSlowIssuesNothingThatWorksAfterTheEnd() {
        // Given
        granted("g-0", READER, HOUR);
        SettableClock slow = new SettableClock(noon.plus(Duration.ofMinutes(55)));
        GrantedNode other = new GrantedNode(stored, slow, Map.of(), false);
        other.known.refresh();
        // When
        TemporaryCredentials keys = other.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(other.last().sessionPolicy()).isEqualTo(ending("2026-03-01T13:00:00Z"));
        assertThat(keys.expiresAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void slackT86_aNodeThatStartsAtTheEndIssuesNothing() {
        // Given
        granted("g-0", READER, HOUR);
        clock.advance(HOUR);
        // When
        GrantedNode restarted = node(Map.of(), false);
        restarted.known.refresh();
        // Then
        assertThat(problem(() -> restarted.vend(ANA, "reader", Optional.empty())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void anOfferRestsOnTheRecordToo() {
        // Given
        Grant grant = granted("g-0", READER, HOUR);
        assertThat(node.offer(ANA, "reader").role().until()).contains(grant.end());
        // When
        ended(grant, Grant.How.REVOKED);
        // Then
        assertThat(problem(() -> node.offer(ANA, "reader"))).isInstanceOf(Problem.NotFound.class);
    }

    private void assertNothingIsIssued() {
        int before = node.asked.size();
        assertThat(problem(() -> node.vend(ANA, "reader", Optional.empty())))
                .isEqualTo(new Problem.NotFound("role", "reader"));
        assertThat(problem(() -> node.open(ANA, "reader")))
                .isEqualTo(new Problem.NotFound("role", "reader"));
        assertThat(node.asked).hasSize(before);
    }

    private Grant granted(String id, String role, Duration length) {
        Grant grant = SomeGrants.open(stored, id, "ana@example.com", role, noon, length);
        node.known.refresh();
        return grant;
    }

    private void ended(Grant grant, Grant.How how) {
        SomeGrants.end(stored, grant, "bo@example.com", clock.instant(), how);
    }

    private GrantedNode node(Map<String, Object> keys, boolean chained) {
        return new GrantedNode(stored, clock, keys, chained);
    }

    private static Optional<String> ending(String end) {
        return SessionPolicy.of(List.of(), Optional.of(Instant.parse(end)));
    }

    private static Problem problem(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("no problem");
    }
}
