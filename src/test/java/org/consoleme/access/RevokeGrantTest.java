package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.access.EndingDesk.ADMIN;
import static org.consoleme.access.EndingDesk.ANA;
import static org.consoleme.access.EndingDesk.BO;
import static org.consoleme.access.EndingDesk.ID;
import static org.consoleme.access.EndingDesk.LEAD;

import java.time.Duration;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.Test;

/** Who may revoke a grant, and who comes too late. */
class RevokeGrantTest {
    private final EndingDesk desk = new EndingDesk();

    @Test
    void aPolicyAdministratorRevokesAndSaysWhy() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.audit.clear();
        // When
        EndedGrant ended = desk.revoke(ADMIN, "incident 7");
        // Then
        assertThat(ended.grant().closed().orElseThrow())
                .isEqualTo(new Grant.Closed(ADMIN.user(), desk.noon, Grant.How.REVOKED));
        assertThat(desk.audit.events().getFirst().details())
                .containsEntry("command", "revoke")
                .containsEntry("because", "incident 7");
    }

    @Test
    void whoCouldApproveItMayTakeItAway() {
        // Given
        desk.granted(Duration.ofHours(8));
        // When, Then
        assertThat(desk.revoke(LEAD, "").grant().closed().orElseThrow().by())
                .isEqualTo(LEAD.user());
    }

    @Test
    void whoMayNotDecideForTheRoleCannotRevokeAndLearnsNothing() {
        // Given
        desk.granted(Duration.ofHours(8));
        // When, Then
        assertThat(Problems.of(() -> desk.revoke(BO, "")))
                .isEqualTo(new Problem.NotFound("grant", ""));
        assertThat(desk.stored.find(ID).orElseThrow().live(desk.clock.instant())).isTrue();
    }

    @Test
    void aReasonHasABound() {
        desk.granted(Duration.ofHours(8));
        assertThat(Problems.of(() -> desk.revoke(ADMIN, "x".repeat(2001))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aReasonThatLooksLikeASecretIsRefusedAndKeptNowhere() {
        desk.granted(Duration.ofHours(8));
        desk.audit.clear();
        assertThat(Problems.of(() -> desk.revoke(ADMIN, "leaked AKIAIOSFODNN7EXAMPLE")))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("reason"));
        assertThat(desk.audit.events()).isEmpty();
        assertThat(desk.stored.find(ID).orElseThrow().live(desk.clock.instant())).isTrue();
    }

    @Test
    void whoComesSecondLearnsWhoWasFirst() {
        // Given
        desk.granted(Duration.ofHours(8));
        desk.giveBack(ANA);
        desk.audit.clear();
        // When, Then
        assertThat(Problems.of(() -> desk.revoke(ADMIN, "")))
                .isEqualTo(new Problem.Conflict("Ana@example.com returned it already."));
        assertThat(desk.audit.events().getFirst().outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void whoLosesTheRaceLearnsWhoWasFirst() {
        // Given
        Grant grant = desk.granted(Duration.ofHours(8));
        MayRevoke meanwhile =
                (caller, any) -> {
                    SomeGrants.end(
                            desk.stored, grant, "ana@example.com", desk.noon, Grant.How.RETURNED);
                    return true;
                };
        // When, Then
        assertThat(
                        Problems.of(
                                () ->
                                        new RevokeGrant(desk.ending(), meanwhile)
                                                .handle(ADMIN, ID, "")))
                .isEqualTo(new Problem.Conflict("ana@example.com returned it already."));
    }
}
