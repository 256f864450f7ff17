package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;

import java.time.Duration;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** Where a rule wants two: whose approvals count, and until when. */
class TwoNeededTest {
    static final String TWO_NEEDED =
            """
            approval_rules:
            - name: two of the team
              match: {kinds: [role]}
              who_may_ask: [everybody]
              approvers: [team]
              needed: 2
            """;

    private final RequestsFixture fixture = new RequestsFixture();

    @Test
    void slackT46_ofTwoNeededEachCountsOnce() {
        fixture.configure(TWO_NEEDED);
        ChangeRequest request = fixture.roleAsked();
        ChangeRequest once = fixture.approved(CAROL, request);
        assertThat(once.state()).isEqualTo(new RequestState.Pending());
        Problem again = problem(Problem.Conflict.class, () -> fixture.approved(CAROL, request));
        assertThat(again.sentence()).isEqualTo("You approved this already.");
        problem(
                Problem.Conflict.class,
                () -> fixture.approved(Callers.web("Carol+2@example.com", "team"), request));
        assertThat(fixture.approved(DAN, request).state())
                .isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void approvalsOfAnEarlierContentOrRoundCountNoMore() {
        fixture.configure(TWO_NEEDED);
        ChangeRequest request = fixture.roleAsked();
        fixture.approved(CAROL, request);
        ChangeRequest edited =
                fixture.editing()
                        .handle(
                                ALICE,
                                request.id(),
                                request.id().value() + 0,
                                new ChangeEdit.Length(Duration.ofHours(1)));
        assertThat(fixture.approved(DAN, edited).state()).isEqualTo(new RequestState.Pending());
        fixture.cancelling().handle(ALICE, request.id());
        fixture.clock.advance(Duration.ofHours(1));
        ChangeRequest again = fixture.reopening().handle(CAROL, request.id());
        assertThat(fixture.approved(CAROL, again).state()).isEqualTo(new RequestState.Pending());
    }

    @Test
    void whoApprovedByARuleThatHasAnotherNameNowIsAskedAnew() {
        fixture.configure(TWO_NEEDED);
        ChangeRequest request = fixture.roleAsked();
        fixture.approved(CAROL, request);
        assertThat(waitsFor(CAROL, request)).isFalse();
        problem(Problem.Conflict.class, () -> fixture.approved(CAROL, request));

        fixture.configure(TWO_NEEDED.replace("two of the team", "any two of the team"));

        assertThat(waitsFor(CAROL, request)).isTrue();
        assertThat(fixture.looking().handle(CAROL, request.id()).rights().orElseThrow().approve())
                .isTrue();
        assertThat(fixture.approved(CAROL, request).state())
                .isInstanceOf(RequestState.Pending.class);
        assertThat(waitsFor(CAROL, request)).isFalse();
        assertThat(fixture.approved(DAN, request).state())
                .isInstanceOf(RequestState.Approved.class);
    }

    private boolean waitsFor(Caller caller, ChangeRequest request) {
        return fixture.inbox().handle(caller).waiting().stream()
                .anyMatch(one -> one.id().equals(request.id()));
    }

    @Test
    void anApprovalThatAnotherRuleAskedForDoesNotCountForTodays() {
        fixture.configure(TWO_NEEDED);
        ChangeRequest request = fixture.roleAsked();
        fixture.approved(CAROL, request);
        fixture.configure(TWO_NEEDED.replace("two of the team", "another two"));

        assertThat(fixture.approved(DAN, request).state()).isInstanceOf(RequestState.Pending.class);
    }
}
