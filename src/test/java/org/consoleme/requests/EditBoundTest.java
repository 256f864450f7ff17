package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.access.AskedFor;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** How long an edit may make what was asked for, known before it is sent. */
class EditBoundTest {
    private static final Duration BOUND = Duration.ofHours(8);

    private final RequestsFixture node = new RequestsFixture();
    private final ChangeRequest request = node.roleAsked();

    @Test
    void anAdministratorWhoMayNotAskForTheRoleKnowsTheBoundOfARequestForIt() {
        problem(
                Problem.NotFound.class,
                () -> node.governing().handle(CAROL, AskedFor.Kind.ROLE, APP, Optional.empty()));

        Rights rights = node.looking().handle(CAROL, request.id()).rights().orElseThrow();

        assertThat(rights.edit()).isTrue();
        assertThat(rights.longest()).contains(BOUND);
    }

    @Test
    void anEditHoldsToThatBound() {
        problem(Problem.Invalid.class, () -> edit(BOUND.plusMinutes(1)));

        assertThat(edit(BOUND).changes().getFirst().change())
                .isEqualTo(new Change.RoleForATime(APP, BOUND));
    }

    private ChangeRequest edit(Duration length) {
        return node.editing()
                .handle(
                        CAROL,
                        request.id(),
                        request.changes().getFirst().id(),
                        new ChangeEdit.Length(length));
    }

    @Test
    void thereIsNoBoundWhereNobodyCanApprove() {
        node.configure("approval_rules: []");

        Rights rights = node.looking().handle(CAROL, request.id()).rights().orElseThrow();

        assertThat(rights.closed()).isPresent();
        assertThat(rights.longest()).isEmpty();
    }
}
