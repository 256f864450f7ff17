package org.consoleme.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.credentials.GrantedAna.ANA;
import static org.consoleme.credentials.GrantedAna.HOUR;
import static org.consoleme.credentials.GrantedAna.ending;
import static org.consoleme.credentials.GrantedNode.READER;
import static org.consoleme.credentials.GrantedNode.TAGGED;
import static org.consoleme.credentials.GrantedNode.UNSEEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.EligibilitySource.Entitlement;
import org.consoleme.access.Reason;
import org.consoleme.access.Surface;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** What is issued to somebody who has a role by a grant, and for how long. */
class GrantedSessionsTest {
    private final GrantedAna ana = new GrantedAna();
    private final GrantedNode node = ana.node;

    @Test
    void keysUnderAGrantLastUntilItsEndAndCarryIt() {
        // Given
        ana.granted("g-0", READER, Duration.ofHours(2));
        // When
        TemporaryCredentials keys = node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(2));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T14:00:00Z"));
        assertThat(keys.expiresAt()).isEqualTo(ana.noon.plus(Duration.ofHours(2)));
        assertThat(node.audit.events().getLast().details()).containsEntry("grant", "g-0");
    }

    @Test
    void aConsoleSessionUnderAGrantCarriesItsEndToo() {
        // Given
        ana.granted("g-0", READER, Duration.ofHours(2));
        // When
        node.open(ANA, "reader");
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(2));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T14:00:00Z"));
    }

    @Test
    void addressesAndEndGoIntoOnePolicy() {
        // Given
        GrantedNode strict =
                ana.anotherNode(Map.of("aws.ip_restrictions", List.of("192.0.2.0/24")), false);
        ana.granted("g-0", READER, Duration.ofHours(2));
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
        ana.granted("g-0", READER, Duration.ofHours(8));
        node.vend(ANA, "reader", Optional.empty());
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void noSessionOfChainedRolesIsLongerThanAnHour() {
        // Given
        GrantedNode chained = ana.anotherNode(Map.of(), true);
        ana.granted("g-0", READER, Duration.ofHours(8));
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
                ana.anotherNode(
                        Map.of("credentials.role_durations", Map.of("reader", 1800)), false);
        ana.granted("g-0", READER, Duration.ofHours(2));
        configured.known.refresh();
        // When, Then
        node.vend(ANA, "reader", Optional.of(Duration.ofMinutes(20)));
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofMinutes(20));
        configured.vend(ANA, "reader", Optional.empty());
        assertThat(configured.last().lifetime()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aRoleWhoseMaximumIsNotKnownGetsTheUsualLength() {
        ana.granted("g-0", UNSEEN, Duration.ofHours(8));
        node.vend(ANA, "unseen", Optional.empty());
        assertThat(node.last().lifetime()).isEqualTo(HOUR);
    }

    @Test
    void inTheLastMinutesStsIsAskedForItsLeastAndThePolicyStillCutsAtTheEnd() {
        // Given
        ana.granted("g-0", READER, HOUR);
        ana.clock.advance(Duration.ofMinutes(58));
        // When
        TemporaryCredentials keys = node.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(node.last().lifetime()).isEqualTo(Duration.ofMinutes(15));
        assertThat(node.last().sessionPolicy()).isEqualTo(ending("2026-03-01T13:00:00Z"));
        assertThat(keys.expiresAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void whoIsEligibleAnywayHasNoEndAndNeedsNoRecord() {
        // Given
        ana.granted("g-0", TAGGED, Duration.ofMinutes(20));
        ana.stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        // When
        node.vend(ANA, "tagged", Optional.empty());
        // Then
        assertThat(node.last().sessionPolicy()).isEmpty();
        assertThat(node.last().lifetime()).isEqualTo(HOUR);
    }

    @Test
    void anExtensionThatSaysAnEndIsHeldToIt() {
        // Given
        Instant end = ana.noon.plus(Duration.ofHours(3));
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

    /** AWS compares with its own ana.clock: what a node with a slow one issues is denied there. */
    @Test
    void slackT86_aNodeWhoseClockIsSlowIssuesNothingThatWorksAfterTheEnd() {
        // Given
        ana.granted("g-0", READER, HOUR);
        SettableClock slow = new SettableClock(ana.noon.plus(Duration.ofMinutes(55)));
        GrantedNode other = new GrantedNode(ana.stored, slow, Map.of(), false);
        other.known.refresh();
        // When
        TemporaryCredentials keys = other.vend(ANA, "reader", Optional.empty());
        // Then
        assertThat(other.last().sessionPolicy()).isEqualTo(ending("2026-03-01T13:00:00Z"));
        assertThat(keys.expiresAt()).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }
}
