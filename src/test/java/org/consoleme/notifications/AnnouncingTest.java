package org.consoleme.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.consoleme.testing.SampleTransitions.about;
import static org.consoleme.testing.SampleTransitions.audited;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.InMemoryRequests;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.Test;

class AnnouncingTest {
    private static final Instant NOON = SampleRequests.NOON;

    private final InMemoryRequests requests =
            new InMemoryRequests(new InMemoryAuditTrail(), new InMemoryOutbox());
    private final InMemoryGrants grants = new InMemoryGrants();
    private final Listener slack = new Listener();
    private final Listener consoles = new Listener();
    private final Notifiers notifiers = new Notifiers(List.of(slack, consoles));

    @Test
    void everybodyHearsWhereARequestStandsNow() {
        ChangeRequest request = SampleRequests.roleForTwoHours();
        requests.open(request, about(request.id().value()));
        ChangeRequest stored = requests.find(request.id()).orElseThrow();
        requests.replace(
                stored, stored.cancelled(SampleRequests.ALICE, NOON), about(request.id().value()));

        announce(request);

        assertThat(slack.requests).isEqualTo(consoles.requests).hasSize(1);
        assertThat(slack.requests.getFirst().state()).isInstanceOf(RequestState.Cancelled.class);
    }

    @Test
    void everybodyHearsWhereAGrantStandsNow() {
        Grant grant =
                new Grant(
                        new GrantId("g-0"),
                        0,
                        SampleRequests.roleForTwoHours().id(),
                        SampleRequests.ALICE,
                        SampleRequests.ROLE,
                        NOON,
                        NOON.plusSeconds(7200),
                        Optional.empty());
        grants.openOnce(grant, audited("g-0"));

        new AnnounceGrant(grants, notifiers).handle(event(Kind.ANNOUNCE_GRANT, "g-0"));

        assertThat(slack.grants).extracting(Grant::id).containsExactly(grant.id());
        assertThat(consoles.grants).hasSize(1);
    }

    @Test
    void whoHasARoleHearsOfItsEndWhileItLives() {
        SettableClock clock = SettableClock.atNoon();
        SomeGrants.open(
                grants,
                "g-0",
                "alice@example.com",
                SampleRequests.ROLE.toString(),
                clock.instant(),
                Duration.ofHours(1));
        AnnounceEnd announce = new AnnounceEnd(grants, notifiers, clock);

        announce.handle(event(Kind.REMIND_OF_END, "g-0"));
        clock.advance(Duration.ofHours(1));
        announce.handle(event(Kind.REMIND_OF_END, "g-0"));
        announce.handle(event(Kind.REMIND_OF_END, "none"));

        assertThat(slack.ending).extracting(Grant::id).containsExactly(new GrantId("g-0"));
    }

    @Test
    void whoAddsToWhatOthersPostIsToldAfterThem() {
        List<Integer> told = new ArrayList<>();
        Notifier cards = new Ordered(0, told);
        Notifier threads = new Ordered(1, told);

        new Notifiers(List.of(threads, cards)).tell(one -> one.requestChanged(null));
        new Notifiers(List.of(cards, threads)).tell(one -> one.requestChanged(null));

        assertThat(told).containsExactly(0, 1, 0, 1);
    }

    /** Writes down when it is told. */
    private record Ordered(int order, List<Integer> told) implements Notifier {
        @Override
        public void requestChanged(ChangeRequest request) {
            told.add(order);
        }

        @Override
        public void grantChanged(Grant grant) {
            told.add(order);
        }
    }

    @Test
    void slackT81_aNotifierThatFailsKeepsNoOtherFromHearingAndIsCalledAgain() {
        ChangeRequest request = SampleRequests.roleForTwoHours();
        requests.open(request, about(request.id().value()));
        slack.fails = new Problem.Unavailable("Slack", Duration.ofSeconds(5)).asException();

        assertThat(catchThrowable(() -> announce(request))).isSameAs(slack.fails);
        assertThat(consoles.requests).hasSize(1);

        slack.fails = null;
        announce(request);
        assertThat(slack.requests).hasSize(1);
    }

    @Test
    void ofSeveralFailuresTheLongestWaitCounts() {
        slack.fails = new Problem.TooMany(Duration.ofSeconds(30)).asException();
        consoles.fails = new Problem.Unavailable("Redis", Duration.ofSeconds(5)).asException();

        Throwable thrown = catchThrowable(() -> notifiers.tell(one -> one.grantChanged(null)));

        assertThat(thrown).isSameAs(slack.fails);
        assertThat(thrown.getSuppressed()).containsExactly(consoles.fails);
    }

    @Test
    void anErrorOfOurOwnIsNotHiddenBehindAWait() {
        slack.fails = new Problem.TooMany(Duration.ofHours(1)).asException();
        consoles.fails = new IllegalStateException("broken");

        assertThat(catchThrowable(() -> notifiers.tell(one -> one.grantChanged(null))))
                .isSameAs(consoles.fails)
                .isNotInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNotThereIsNotAnnouncedForever() {
        assertThatCode(() -> announce(SampleRequests.roleForTwoHours())).doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                new AnnounceGrant(grants, notifiers)
                                        .handle(event(Kind.ANNOUNCE_GRANT, "none")))
                .doesNotThrowAnyException();
        assertThat(slack.requests).isEmpty();
    }

    private void announce(ChangeRequest request) {
        new AnnounceRequest(requests, notifiers)
                .handle(event(Kind.ANNOUNCE_REQUEST, request.id().value()));
    }

    private static OutboxEvent event(Kind kind, String subject) {
        return new OutboxEvent("01", kind, subject, NOON, 0, NOON);
    }

    /** Hears, or fails as it is told. */
    private static final class Listener implements Notifier {
        private final List<ChangeRequest> requests = new ArrayList<>();
        private final List<Grant> grants = new ArrayList<>();
        private final List<Grant> ending = new ArrayList<>();
        private RuntimeException fails;

        @Override
        public void requestChanged(ChangeRequest request) {
            failIfTold();
            requests.add(request);
        }

        @Override
        public void grantChanged(Grant grant) {
            failIfTold();
            grants.add(grant);
        }

        @Override
        public void grantEndsSoon(Grant grant) {
            failIfTold();
            ending.add(grant);
        }

        private void failIfTold() {
            if (fails != null) {
                throw fails;
            }
        }
    }
}
