package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.E;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.reject;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RequestId;
import org.junit.jupiter.api.Test;

/** Who may do and see what in the life of a request R with two changes, i0 and i1. */
class RightsInLifeTest {
    private final RequestsFixture fixture = new RequestsFixture();
    private final ChangeRequest r = fixture.twoAsked();
    private final String i0 = r.id().value() + 0;
    private final String i1 = r.id().value() + 1;

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
}
