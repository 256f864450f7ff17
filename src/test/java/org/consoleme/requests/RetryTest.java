package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.role;

import java.time.Duration;
import org.consoleme.access.Grant;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** What failed is tried again as it was approved, and as long as that counts. */
class RetryTest {
    private final RequestsFixture node = new RequestsFixture();

    private ChangeRequest failedRole() {
        ChangeRequest request = node.approved(CAROL, node.roleAsked());
        node.lab.roles(role(OTHER, "nobody"));
        node.deliver();
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Failed.class);
        return request;
    }

    private ChangeRequest failedPolicy() {
        ChangeRequest request = node.approved(CAROL, node.policyAsked());
        fail(request);
        return request;
    }

    private void fail(ChangeRequest request) {
        node.policies.failsWith(new Problem.Refused("AWS", "LimitExceeded"));
        node.deliver();
        assertThat(node.now(request).change(request.id().value() + 0).state())
                .isInstanceOf(ChangeState.Failed.class);
    }

    private String refused(ChangeRequest request) {
        return problem(Problem.Conflict.class, () -> node.retrying().handle(ALICE, request.id()))
                .sentence();
    }

    @Test
    void theTimeOfARoleBeginsWhenItIsApplied() {
        ChangeRequest request = failedRole();
        node.clock.advance(Duration.ofHours(3));
        node.lab.roles(role(APP, "engineers"));

        node.retrying().handle(ALICE, request.id());
        node.clock.advance(Duration.ofSeconds(2));
        node.deliver();

        Grant grant = node.grants.of(ALICE.user(), 1).getFirst();
        assertThat(grant.start()).isEqualTo(node.clock.instant());
        assertThat(grant.end()).isEqualTo(node.clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void itIsNoLongerThanTheRulesAllowByThen() {
        ChangeRequest request = failedRole();
        node.lab.roles(role(APP, "engineers"));
        String rule =
                "approval_rules: [{name: r, match: {}, who_may_ask: [everybody], approvers: [team],"
                        + " max_duration: %s}]";
        node.configure(rule.formatted("1h"));

        assertThat(refused(request)).startsWith("The rules allow 60 minutes at most by now");

        node.configure(rule.formatted("2h"));
        node.retrying().handle(ALICE, request.id());
        node.deliver();
        assertThat(node.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void aRoleThatNobodyMayAskForAnyMoreIsNotTriedAgain() {
        ChangeRequest request = failedRole();
        node.lab.roles(role(APP, "engineers"));
        node.configure("{}");

        problem(Problem.Forbidden.class, () -> node.retrying().handle(ALICE, request.id()));
    }

    @Test
    void anApprovalCountsForADayHoweverOftenItFails() {
        ChangeRequest request = failedPolicy();
        node.clock.advance(Duration.ofHours(20));
        node.retrying().handle(ALICE, request.id());
        fail(request);
        node.clock.advance(Duration.ofHours(4));
        node.retrying().handle(ALICE, request.id());
        fail(request);
        node.clock.advance(Duration.ofSeconds(1));

        assertThat(refused(request)).startsWith("It was approved more than a day ago");
    }

    @Test
    void thatAnotherChangeStillWaitsMakesItNoYounger() {
        ChangeRequest request = node.twoAsked();
        node.reviewing().handle(CAROL, request.id(), approve(request, 0));
        fail(request);
        node.clock.advance(Duration.ofHours(25));

        assertThat(node.now(request).state()).isInstanceOf(RequestState.Pending.class);
        assertThat(refused(request)).startsWith("It was approved more than a day ago");
    }

    @Test
    void whatFailedTodayIsTriedAgainBesideWhatFailedLongAgo() {
        ChangeRequest request = node.twoAsked();
        node.reviewing().handle(CAROL, request.id(), approve(request, 0));
        fail(request);
        node.clock.advance(Duration.ofHours(25));
        node.reviewing().handle(CAROL, request.id(), approve(node.now(request), 1));
        node.policies.failsWith(new Problem.Refused("AWS", "LimitExceeded"));
        node.deliver();

        ChangeRequest retried = node.retrying().handle(ALICE, request.id());

        assertThat(retried.changes().getFirst().state()).isInstanceOf(ChangeState.Failed.class);
        assertThat(retried.changes().getLast().state()).isInstanceOf(ChangeState.Approved.class);
    }

    @Test
    void whatCouldNotBeBegunForADayIsNotAppliedUnasked() {
        ChangeRequest request = node.approved(CAROL, node.policyAsked());
        node.clock.advance(Duration.ofHours(25));
        node.deliver();

        ChangeState.Failed failed =
                (ChangeState.Failed) node.now(request).changes().getFirst().state();
        assertThat(failed.reason()).startsWith("It was approved more than a day ago");
        assertThat(node.policies.calls()).isEmpty();
    }
}
