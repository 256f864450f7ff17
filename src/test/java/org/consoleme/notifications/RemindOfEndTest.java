package org.consoleme.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.access.Grant;
import org.consoleme.access.LiveGrants;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RemindOfEndTest {
    private static final String ANA = "ana@example.com";

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryGrants grants = new InMemoryGrants(new InMemoryAuditTrail(), outbox);
    private final LiveGrants known = new LiveGrants(grants, clock);
    private final RemindOfEnd remind = node(known);

    private RemindOfEnd node(LiveGrants heart, String... off) {
        return new RemindOfEnd(heart, grants, new NotificationSettings(List.of(off)), clock);
    }

    private Grant granted(String id, String role, Duration length) {
        Grant grant =
                open(
                        grants,
                        id,
                        ANA,
                        "arn:aws:iam::200000000002:role/" + role,
                        clock.instant(),
                        length);
        known.refresh();
        return grant;
    }

    private List<String> reminded() {
        return outbox.all().stream()
                .filter(event -> event.kind() == Kind.REMIND_OF_END)
                .map(OutboxEvent::subject)
                .toList();
    }

    @Test
    void tenMinutesBeforeTheEndAndOnce() {
        granted("g-0", "reader", Duration.ofHours(2));

        clock.advance(Duration.ofMinutes(110).minusSeconds(1));
        assertThat(remind.handle()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(remind.handle()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(5));
        assertThat(remind.handle()).isZero();

        assertThat(reminded()).containsExactly("g-0");
    }

    @Test
    void onceOnSeveralNodesToo() {
        granted("g-0", "reader", Duration.ofHours(2));
        LiveGrants there = new LiveGrants(grants, clock);
        there.refresh();
        clock.advance(Duration.ofMinutes(111));

        assertThat(remind.handle() + node(there).handle()).isEqualTo(1);

        assertThat(reminded()).containsExactly("g-0");
    }

    @Test
    void aNodeThatStartsAgainRemindsNobodyAgain() {
        granted("g-0", "reader", Duration.ofHours(2));
        clock.advance(Duration.ofMinutes(111));
        remind.handle();

        assertThat(node(known).handle()).isZero();

        assertThat(reminded()).hasSize(1);
    }

    @Test
    void whatIsShorterThanTwentyMinutesEndsUnannounced() {
        granted("g-0", "reader", Duration.ofMinutes(20).minusSeconds(1));
        granted("g-1", "writer", Duration.ofMinutes(20));
        clock.advance(Duration.ofMinutes(15));

        remind.handle();

        assertThat(reminded()).containsExactly("g-1");
    }

    @Test
    void anExtensionMovesTheReminder() {
        granted("g-0", "reader", Duration.ofHours(1));
        granted("g-1", "reader", Duration.ofHours(3));
        granted("g-2", "writer", Duration.ofHours(3));
        clock.advance(Duration.ofMinutes(55));
        remind.handle();
        assertThat(reminded()).isEmpty();

        clock.advance(Duration.ofHours(2));
        remind.handle();

        assertThat(reminded()).containsExactlyInAnyOrder("g-1", "g-2");
    }

    @Test
    void ofTwoThatEndTogetherOneIsRemindedOf() {
        granted("g-0", "reader", Duration.ofHours(1));
        granted("g-1", "reader", Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(55));

        remind.handle();

        assertThat(reminded()).containsExactly("g-1");
    }

    @Test
    void whoDoesNotWantItIsNotReminded() {
        granted("g-0", "reader", Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(55));

        assertThat(node(known, "ANA@example.com").handle()).isZero();
        assertThat(node(known, "everybody").handle()).isZero();
        assertThat(reminded()).isEmpty();
        assertThat(node(known, "bo@example.com", "").handle()).isEqualTo(1);
    }

    @Test
    void whatIsOverOrWasReturnedIsNotRemindedOf() {
        Grant grant = granted("g-0", "reader", Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(55));
        known.learn(grant.closed(grant.user(), clock.instant(), Grant.How.RETURNED));

        assertThat(remind.handle()).isZero();
        clock.advance(Duration.ofMinutes(5));
        assertThat(node(new LiveGrants(grants, clock)).handle()).isZero();
        assertThat(reminded()).isEmpty();
    }

    @Test
    void whatCouldNotBeNotedIsNotedByTheNextTurn() {
        granted("g-0", "reader", Duration.ofHours(1));
        clock.advance(Duration.ofMinutes(55));
        grants.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        assertThatThrownBy(remind::handle).isInstanceOf(ProblemException.class);

        grants.works();

        assertThat(remind.handle()).isEqualTo(1);
    }

    @Test
    void byDefaultEverybodyIsReminded() {
        assertThat(NotificationSettings.from(new MapConfiguration(Map.of())))
                .isEqualTo(new NotificationSettings(List.of()));
        assertThat(
                        NotificationSettings.from(
                                new MapConfiguration(
                                        Map.of("notifications.no_end_reminder", List.of(ANA)))))
                .isEqualTo(new NotificationSettings(List.of(ANA)));
    }
}
