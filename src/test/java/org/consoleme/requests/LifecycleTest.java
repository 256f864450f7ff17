package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestsFixture.ALICE;
import static org.consoleme.requests.RequestsFixture.APP;
import static org.consoleme.requests.RequestsFixture.BOB;
import static org.consoleme.requests.RequestsFixture.CAROL;
import static org.consoleme.requests.RequestsFixture.DAN;
import static org.consoleme.requests.RequestsFixture.E;
import static org.consoleme.requests.RequestsFixture.LIVE;
import static org.consoleme.requests.RequestsFixture.approve;
import static org.consoleme.requests.RequestsFixture.problem;
import static org.consoleme.requests.RequestsFixture.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.junit.jupiter.api.Test;

/** The cases of the life of a request R with two changes, i0 and i1. */
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
    void L05_theRequesterAppliesApprovesAndRejectsNothing() {
        for (ReviewCommand command : List.of(approve(r, 0), approve(r), reject(r))) {
            fixture.refused(
                    r,
                    Problem.Forbidden.class,
                    "OwnRequest",
                    () -> fixture.reviewing().handle(ALICE, r.id(), command));
        }
    }

    @Test
    void L06_aBystanderEditsAndWithdrawsNothing() {
        fixture.refused(
                r,
                Problem.Forbidden.class,
                "NotRequester",
                () -> fixture.editing().handle(BOB, r.id(), i0, new ChangeEdit.Document(E)));
        fixture.refused(
                r,
                Problem.Forbidden.class,
                "NotRequester",
                () -> fixture.cancelling().handle(BOB, r.id()));
    }

    @Test
    void L07_B02_aBystanderCancelsNoChange() {
        fixture.refused(
                r,
                Problem.Forbidden.class,
                "NotRequester",
                () -> fixture.cancellingChange().handle(BOB, r.id(), i0));
    }

    @Test
    void L08_theRequesterEditsADocumentAndNothingElse() {
        ChangeRequest now = fixture.editing().handle(ALICE, r.id(), i0, new ChangeEdit.Document(E));
        assertThat(now.change(i0).change())
                .isEqualTo(new Change.PutInlinePolicy(APP, "logs", E, Optional.empty()));
        assertThat(now.change(i0).updatedBy()).contains(ALICE.user());
        assertThat(now.hash()).isNotEqualTo(r.hash());

        fixture.refused(
                r,
                Problem.Invalid.class,
                "Invalid",
                () -> fixture.editing().handle(ALICE, r.id(), i1, new ChangeEdit.Document(E)));
        fixture.refused(
                r,
                Problem.NotFound.class,
                "NotFound",
                () -> fixture.editing().handle(ALICE, r.id(), "ghost", new ChangeEdit.Document(E)));
        fixture.refused(
                r,
                Problem.Invalid.class,
                "Invalid",
                () -> fixture.editing().handle(ALICE, r.id(), i0, new ChangeEdit.Document(E)));
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
    void L16_L17_aBystanderCommentsAndNothingElseMoves() {
        fixture.approved(CAROL, r);
        fixture.deliver();
        ChangeRequest applied = fixture.now(r);
        fixture.outbox.all().forEach(fixture.outbox::done);

        ChangeRequest now = fixture.commenting().handle(BOB, r.id(), " nice ");

        assertThat(now.state()).isEqualTo(applied.state());
        assertThat(now.reviews()).isEqualTo(applied.reviews());
        assertThat(now.comments()).extracting(Comment::text).containsExactly("nice");
        assertThat(fixture.outbox.all())
                .extracting(OutboxEvent::kind)
                .containsExactly(OutboxEvent.Kind.ANNOUNCE_REQUEST);
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
    void L21_aCommentSaysSomethingAndIsNoSecret() {
        for (String text : List.of("", "  ", "x".repeat(4001), "AKIAIOSFODNN7EXAMPLE")) {
            fixture.refused(
                    r,
                    Problem.Invalid.class,
                    "Invalid",
                    () -> fixture.commenting().handle(BOB, r.id(), text));
        }
    }

    @Test
    void L22_L23_lookingSaysWhatOneMayDoAndWritesNothing() {
        fixture.outbox.all().forEach(fixture.outbox::done);
        Rights requester = rights(ALICE);
        assertThat(requester.approve()).isFalse();
        assertThat(requester.edit()).isTrue();
        assertThat(requester.withdraw()).isTrue();
        assertThat(requester.reopen()).isFalse();
        Rights approver = rights(CAROL);
        assertThat(approver.approve()).isTrue();
        assertThat(approver.reject()).isTrue();
        assertThat(approver.withdraw()).isTrue();
        assertThat(approver.approvers()).containsExactly("carol@example.com", "dan@example.com");
        Rights bystander = rights(BOB);
        assertThat(bystander.approve() || bystander.edit() || bystander.cancelChange()).isFalse();
        assertThat(fixture.now(r)).isEqualTo(r);
        assertThat(fixture.trail.events()).isEmpty();
        assertThat(fixture.outbox.all()).isEmpty();
    }

    private Rights rights(Caller caller) {
        return fixture.looking().handle(caller, r.id()).rights().orElseThrow();
    }

    @Test
    void L24_whatIsUnknownIsNotFoundAndWhatConsoleMeMadeIsReadOnly() {
        RequestId unknown = new RequestId("ghost");
        problem(Problem.NotFound.class, () -> fixture.looking().handle(CAROL, unknown));
        problem(
                Problem.NotFound.class,
                () -> fixture.reviewing().handle(CAROL, unknown, approve(r)));
        RequestId id = new RequestId("4711");
        fixture.older.with(
                new OlderRequest(
                        id,
                        Optional.of(APP.toString()),
                        "pending",
                        Optional.of("alice@example.com"),
                        Optional.empty(),
                        Optional.of(Instant.EPOCH),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
        LookedAtRequest looked = fixture.looking().handle(CAROL, id);
        assertThat(looked.seen()).isInstanceOf(SeenRequest.Older.class);
        assertThat(looked.rights()).isEmpty();
        problem(Problem.Conflict.class, () -> fixture.reviewing().handle(CAROL, id, approve(r)));
        problem(Problem.Conflict.class, () -> fixture.commenting().handle(BOB, id, "hello"));
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
