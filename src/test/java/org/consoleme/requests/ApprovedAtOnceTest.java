package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.D;
import static org.consoleme.requests.RequestSamples.newPolicy;

import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** Who asks may approve their own request at once only where the configuration names them. */
class ApprovedAtOnceTest {
    private final RequestsFixture fixture = new RequestsFixture();

    @Test
    void C24_whoMayNotDecideTheirOwnDoesNotApproveAtOnceAndNothingIsStored() {
        for (Caller caller : List.of(ALICE, CAROL)) {
            fixture.trail.clear();
            problem(Problem.Forbidden.class, () -> atOnce(fixture, caller));
            fixture.denied("OwnRequest");
            assertThat(
                            fixture.requests
                                    .inState(RequestState.Name.PENDING, Optional.empty(), 9)
                                    .requests())
                    .isEmpty();
        }
    }

    @Test
    void C23_whomTheConfigurationNamesApprovesAtOnceAndEverybodyIsTold() {
        RequestsFixture open =
                new RequestsFixture("requests: {may_bypass_approval: [carol@example.com, team]}");
        ChangeRequest request = atOnce(open, CAROL).request();
        assertThat(request.state()).isInstanceOf(RequestState.Approved.class);
        assertThat(request.comments())
                .singleElement()
                .satisfies(comment -> assertThat(comment.text()).contains("their own"));
        assertThat(open.trail.events())
                .singleElement()
                .satisfies(row -> assertThat(row.details()).containsEntry("bypass", "true"));

        open.deliver();
        assertThat(open.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(open.policies.live(APP, "logs")).contains(D);
    }

    @Test
    void aBypassOfTheBanGivesNoRightToDecide() {
        RequestsFixture open =
                new RequestsFixture("requests: {may_bypass_approval: [alice@example.com]}");
        problem(Problem.Forbidden.class, () -> atOnce(open, ALICE));
        open.denied("NotApprover");
    }

    @Test
    void C25_whenAwsRefusesTheRequestIsNotApproved() {
        RequestsFixture open =
                new RequestsFixture("requests: {may_bypass_approval: [carol@example.com]}");
        open.policies.failsWith(new Problem.Refused("AWS", "LimitExceeded"));
        ChangeRequest request = atOnce(open, CAROL).request();
        open.deliver();
        assertThat(open.now(request).state()).isInstanceOf(RequestState.Failed.class);
    }

    private static OpenedRequest atOnce(RequestsFixture fixture, Caller caller) {
        return fixture.opening()
                .handle(
                        caller,
                        new RequestDraft(
                                List.of(newPolicy("logs")),
                                Optional.empty(),
                                "why",
                                true,
                                Optional.empty(),
                                false));
    }
}
