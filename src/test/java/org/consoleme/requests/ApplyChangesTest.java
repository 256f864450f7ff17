package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.D;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.E;
import static org.consoleme.requests.RequestSamples.LIVE;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.newPolicy;
import static org.consoleme.requests.RequestSamples.role;

import java.time.Duration;
import java.time.Instant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

class ApplyChangesTest {
    private static final Problem AWAY = new Problem.Unavailable("AWS", Duration.ofSeconds(5));

    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest approvedPolicy() {
        return fixture.approved(CAROL, fixture.policyAsked());
    }

    private static ChangeState state(ChangeRequest request, int change) {
        return request.changes().get(change).state();
    }

    @Test
    void A01_whatWasReviewedIsPutByteForByteAndReadAnew() {
        ChangeRequest request = approvedPolicy();
        fixture.deliver();
        assertThat(fixture.policies.live(APP, "logs").orElseThrow().text()).isEqualTo(D.text());
        assertThat(fixture.policies.wasRefreshed(APP)).isTrue();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.trail.events())
                .extracting(row -> row.details().get("command"))
                .containsExactly("approve", "begin_apply", "apply");
    }

    @Test
    void A02_aDeletionIsCarriedOut() {
        ChangeRequest request =
                fixture.approved(
                        CAROL,
                        fixture.opened(ALICE, new AskedChange.DeletedPolicy(APP, "existing")));
        fixture.deliver();
        assertThat(fixture.policies.live(APP, "existing")).isEmpty();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void aRoleForATimeIsAGrantFromTheApprovalOn() {
        ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
        fixture.clock.advance(Duration.ofSeconds(3));
        fixture.deliver();
        Instant start = Instant.parse("2026-03-01T12:00:03Z");
        assertThat(fixture.grants.of(ALICE.user(), 9))
                .singleElement()
                .satisfies(
                        grant -> {
                            assertThat(grant.id().value()).isEqualTo(request.id() + "-0");
                            assertThat(grant.request()).isEqualTo(request.id());
                            assertThat(grant.role()).isEqualTo(APP);
                            assertThat(grant.start()).isEqualTo(start);
                            assertThat(grant.end()).isEqualTo(start.plus(Duration.ofHours(2)));
                            assertThat(grant.live(start)).isTrue();
                        });
    }

    @Test
    void A21_whatAwsRefusesIsFailedWithItsWordsAndCanBeTriedAgain() {
        ChangeRequest request = approvedPolicy();
        fixture.policies.failsWith(new Problem.Refused("AWS", "LimitExceeded"));
        fixture.deliver();
        assertThat(state(fixture.now(request), 0))
                .isEqualTo(
                        new ChangeState.Failed(fixture.clock.instant(), "AWS said LimitExceeded."));
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Failed.class);
        AuditEvent last = fixture.trail.events().getLast();
        assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last.reason()).contains("AWS: LimitExceeded");
        assertThat(fixture.outbox.all())
                .extracting(OutboxEvent::kind)
                .doesNotContain(OutboxEvent.Kind.APPLY_REQUEST);

        fixture.retrying().handle(ALICE, request.id());
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void A24_B16_whatIsProtectedMeanwhileIsNeitherApprovedNorApplied() {
        ChangeRequest approved = approvedPolicy();
        ChangeRequest open = fixture.opened(ALICE, newPolicy("more"));
        fixture.lab.hubRoles.add("app");
        fixture.refused(
                open, Problem.Forbidden.class, "Forbidden", () -> fixture.approved(CAROL, open));
        fixture.deliver();
        assertThat(state(fixture.now(approved), 0)).isInstanceOf(ChangeState.Failed.class);
        assertThat(fixture.policies.calls()).isEmpty();
    }

    @Test
    void B07_whatChangedSinceItWasReviewedIsNotOverwrittenAndBothAreShown() {
        ChangeRequest request =
                fixture.approved(
                        CAROL,
                        fixture.opened(ALICE, new AskedChange.ReplacedPolicy(APP, "existing", D)));
        fixture.policies.has(APP, "existing", E);
        fixture.deliver();
        ChangeState.Failed failed = (ChangeState.Failed) state(fixture.now(request), 0);
        assertThat(failed.reason()).contains(LIVE.text()).contains(E.text());
        assertThat(fixture.policies.calls()).isEmpty();
        assertThat(fixture.trail.events())
                .noneMatch(row -> row.toString().contains("sqs:SendMessage"));

        ChangeRequest taken =
                fixture.editing()
                        .handle(
                                ALICE,
                                request.id(),
                                request.changes().getFirst().id(),
                                new ChangeEdit.Document(D));
        assertThat(taken.state()).isEqualTo(new RequestState.Pending());
        fixture.approved(DAN, taken);
        fixture.deliver();
        assertThat(fixture.policies.live(APP, "existing")).contains(D);
    }

    @Test
    void B12_aRoleThatCannotBeReadAnewIsAppliedAllTheSame() {
        ChangeRequest request = approvedPolicy();
        fixture.policies.refreshFailsWith(AWAY);
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void whenAwsIsAwayItIsTriedAgainLaterByTheSameEvent() {
        ChangeRequest request = approvedPolicy();
        fixture.policies.failsWith(AWAY, new Problem.TooMany(Duration.ofSeconds(1)));
        for (int i = 0; i < 2; i++) {
            fixture.deliver();
            assertThat(state(fixture.now(request), 0)).isInstanceOf(ChangeState.Approved.class);
            fixture.deliver();
            fixture.clock.advance(Duration.ofSeconds(5));
        }
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls()).hasSize(3);
        assertThat(fixture.outbox.all())
                .extracting(OutboxEvent::kind)
                .doesNotContain(OutboxEvent.Kind.APPLY_REQUEST);
    }

    @Test
    void whenAwsStaysAwayPeopleAreToldInTheEnd() {
        ChangeRequest request = approvedPolicy();
        for (int i = 0; i < 21; i++) {
            fixture.policies.failsWith(AWAY);
            fixture.deliver();
            fixture.clock.advance(Duration.ofSeconds(5));
        }
        assertThat(state(fixture.now(request), 0)).isInstanceOf(ChangeState.Failed.class);
    }

    @Test
    void slackT48_ofThreeChangesOneFailsAndTheOthersStand() {
        ChangeRequest request =
                fixture.approved(
                        CAROL,
                        fixture.opened(ALICE, newPolicy("a"), newPolicy("b"), newPolicy("c")));
        fixture.policies.has(APP, "b", E);
        fixture.deliver();
        ChangeRequest now = fixture.now(request);
        assertThat(state(now, 0)).isInstanceOf(ChangeState.Applied.class);
        assertThat(state(now, 1)).isInstanceOf(ChangeState.Failed.class);
        assertThat(state(now, 2)).isInstanceOf(ChangeState.Applied.class);
        assertThat(now.state()).isInstanceOf(RequestState.Failed.class);

        ChangeRequest given =
                fixture.cancellingChange().handle(ALICE, now.id(), now.changes().get(1).id());
        assertThat(given.state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls()).hasSize(2);
    }

    @Test
    void slackT47_aRoleThatIsGoneGivesNoGrant() {
        ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
        fixture.lab.roles(role(OTHER, "nobody"));
        fixture.deliver();
        assertThat(state(fixture.now(request), 0)).isInstanceOf(ChangeState.Failed.class);
        assertThat(fixture.grants.of(ALICE.user(), 9)).isEmpty();
    }

    @Test
    void slackT47_aRoleThatIsGoneGetsNoPolicy() {
        ChangeRequest request = approvedPolicy();
        fixture.policies.deleteRole(APP);
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Failed.class);
    }

    @Test
    void anEventOfARequestThatIsNotThereIsDone() {
        fixture.applying()
                .handle(
                        new OutboxEvent(
                                "01",
                                OutboxEvent.Kind.APPLY_REQUEST,
                                "ghost",
                                Instant.EPOCH,
                                0,
                                Instant.EPOCH));
        assertThat(fixture.trail.events()).isEmpty();
    }
}
