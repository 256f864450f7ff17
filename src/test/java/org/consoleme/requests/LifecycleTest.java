package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.E;
import static org.consoleme.requests.RequestSamples.LIVE;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Duration;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** What is applied, closed and opened again of a request R with two changes, i0 and i1. */
class LifecycleTest {
    private final RequestsFixture fixture = new RequestsFixture();
    private final ChangeRequest r = fixture.twoAsked();
    private final String i0 = r.id().value() + 0;
    private final String i1 = r.id().value() + 1;

    private ChangeRequest apply(Caller caller, int change) {
        fixture.reviewing().handle(caller, r.id(), approve(fixture.now(r), change));
        fixture.deliver();
        return fixture.now(r);
    }

    @Test
    void L01_oneOfTwoChangesIsAppliedAndTheRequestWaits() {
        ChangeRequest now = apply(CAROL, 0);
        assertThat(now.change(i0).state()).isInstanceOf(ChangeState.Applied.class);
        assertThat(now.change(i0).updatedBy()).contains(CAROL.user());
        assertThat(now.change(i1).state()).isEqualTo(new ChangeState.Open());
        assertThat(now.state()).isEqualTo(new RequestState.Pending());
        assertThat(fixture.policies.calls()).containsExactly("put app logs for alice@example.com");
    }

    @Test
    void L02_L03_L04_withTheLastChangeTheRequestIsAppliedAndFinal() {
        apply(CAROL, 0);
        ChangeRequest now = apply(CAROL, 1);
        assertThat(now.state()).isInstanceOf(RequestState.Applied.class);
        assertThat(now.reviews()).extracting(Review::by).containsOnly(CAROL.user());

        problem(Problem.Conflict.class, () -> apply(CAROL, 0));
        problem(Problem.Conflict.class, () -> fixture.cancelling().handle(ALICE, r.id()));
        problem(
                Problem.Conflict.class,
                () -> fixture.reviewing().handle(CAROL, r.id(), reject(now)));
        problem(Problem.Forbidden.class, () -> fixture.reopening().handle(CAROL, r.id()));
        assertThat(fixture.now(r)).isEqualTo(now);
    }

    @Test
    void L09_ofAPartlyAppliedRequestTheRestIsFinishedOneByOne() {
        apply(CAROL, 0);
        fixture.refused(
                r,
                Problem.Conflict.class,
                "Conflict",
                () -> fixture.cancelling().handle(ALICE, r.id()));
        fixture.refused(
                r,
                Problem.Conflict.class,
                "Conflict",
                () -> fixture.reviewing().handle(CAROL, r.id(), reject(fixture.now(r))));
        assertThat(fixture.now(r).change(i0).state()).isInstanceOf(ChangeState.Applied.class);
    }

    @Test
    void L10_B08_whenTheRequesterCancelsTheRestTheReviewerStaysWhoItWas() {
        apply(CAROL, 0);
        ChangeRequest now = fixture.cancellingChange().handle(ALICE, r.id(), i1);
        assertThat(now.state()).isInstanceOf(RequestState.Applied.class);
        assertThat(now.reviews()).extracting(Review::by).containsExactly(CAROL.user());
    }

    @Test
    void L11_L12_allChangesCancelledIsTheRequestCancelledAndCanBeOpenedAgain() {
        fixture.cancellingChange().handle(ALICE, r.id(), i0);
        ChangeRequest cancelled = fixture.cancellingChange().handle(ALICE, r.id(), i1);
        assertThat(cancelled.state())
                .isEqualTo(new RequestState.Cancelled(ALICE.user(), fixture.clock.instant()));

        ChangeRequest again = fixture.reopening().handle(CAROL, r.id());
        assertThat(again.state()).isEqualTo(new RequestState.Pending());
        assertThat(again.open()).containsExactlyInAnyOrder(i0, i1);
    }

    @Test
    void L13_aRejectedRequestIsNotAppliedButSpokenOf() {
        ChangeRequest rejected = fixture.reviewing().handle(CAROL, r.id(), reject(r));
        assertThat(rejected.state())
                .isEqualTo(
                        new RequestState.Rejected(
                                CAROL.user(), fixture.clock.instant(), "not now"));
        fixture.refused(
                r,
                Problem.Conflict.class,
                "Conflict",
                () -> fixture.reviewing().handle(DAN, r.id(), approve(rejected)));
        assertThat(fixture.commenting().handle(ALICE, r.id(), "why?").comments()).hasSize(1);
        assertThat(fixture.policies.calls()).isEmpty();
    }

    @Test
    void L14_B25_onlyAdministratorsReopenAndForADayWhateverIsSaidMeanwhile() {
        fixture.reviewing().handle(CAROL, r.id(), reject(r));
        fixture.refused(
                r,
                Problem.Forbidden.class,
                "NotReopened",
                () -> fixture.reopening().handle(ALICE, r.id()));
        fixture.clock.advance(Duration.ofHours(20));
        fixture.commenting().handle(BOB, r.id(), "a comment lengthens nothing");
        fixture.clock.advance(Duration.ofHours(4).plusSeconds(1));
        fixture.refused(
                r,
                Problem.Forbidden.class,
                "NotReopened",
                () -> fixture.reopening().handle(CAROL, r.id()));
        fixture.clock.advance(Duration.ofSeconds(-1));
        ChangeRequest again = fixture.reopening().handle(CAROL, r.id());
        assertThat(again.state()).isEqualTo(new RequestState.Pending());
        assertThat(again.expiresAt()).contains(fixture.clock.instant().plus(Duration.ofDays(7)));
        assertThat(again.hash()).isNotEqualTo(r.hash());
    }

    @Test
    void L15_B09_approvingTheRequestAppliesAllThatIsOpen() {
        ChangeRequest approved = fixture.approved(CAROL, r);
        assertThat(approved.state()).isInstanceOf(RequestState.Approved.class);
        fixture.deliver();
        assertThat(fixture.now(r).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls())
                .containsExactly(
                        "put app logs for alice@example.com",
                        "delete app existing for alice@example.com");
        assertThat(fixture.policies.wasRefreshed(APP)).isTrue();
    }

    @Test
    void L18_L19_slackT42_whatChangedSinceItWasShownIsNotApproved() {
        ChangeRequest edited =
                fixture.editing().handle(ALICE, r.id(), i0, new ChangeEdit.Document(E));
        fixture.refused(
                r,
                Problem.Conflict.class,
                "Conflict",
                () -> fixture.reviewing().handle(CAROL, r.id(), approve(r)));
        fixture.approved(CAROL, edited);
        fixture.deliver();
        assertThat(fixture.policies.live(APP, "logs")).contains(E);
    }

    @Test
    void L20_ofTwoAdministratorsOneApplies() {
        fixture.approved(CAROL, r);
        Problem late = problem(Problem.Conflict.class, () -> fixture.approved(DAN, r));
        assertThat(late.sentence()).isEqualTo("carol@example.com approved it already.");
        fixture.deliver();
        assertThat(fixture.policies.calls()).hasSize(2);
    }

    @Test
    void aDeletionThatWasEditedAwayInAwsIsNotCarriedOut() {
        fixture.policies.has(APP, "existing", E);
        fixture.approved(CAROL, r);
        fixture.deliver();
        ChangeState.Failed failed = (ChangeState.Failed) fixture.now(r).change(i1).state();
        assertThat(failed.reason()).contains(LIVE.text()).contains(E.text());
        assertThat(fixture.policies.live(APP, "existing")).contains(E);
    }
}
