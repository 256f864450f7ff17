package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.E;
import static org.consoleme.requests.RequestSamples.approve;

import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** Whoever edited what is to be decided has asked for it, too. */
class WritersTest {
    private static final String TEAM_DECIDES_POLICIES =
            """
            approval_rules:
            - name: team
              match: {kinds: [inline_policy]}
              who_may_ask: [everybody]
              approvers: [team]
            """;

    private final RequestsFixture fixture = new RequestsFixture();

    private void refused(ChangeRequest request, Caller caller, String cause) {
        fixture.refused(
                request,
                Problem.Forbidden.class,
                cause,
                () -> fixture.reviewing().handle(caller, request.id(), approve(request)));
    }

    @Test
    void whoWroteWhatIsToBeDecidedDoesNotDecideIt() {
        ChangeRequest request = fixture.policyAsked();
        ChangeRequest edited =
                fixture.editing()
                        .handle(
                                CAROL,
                                request.id(),
                                request.id().value() + 0,
                                new ChangeEdit.Document(E));
        refused(edited, CAROL, "OwnRequest");
        assertThat(fixture.approved(DAN, edited).state()).isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void nobodyOfAllWhoWroteItDecidesIt() {
        fixture.configure(TEAM_DECIDES_POLICIES);
        ChangeRequest request = fixture.policyAsked();
        String change = request.id().value() + 0;
        fixture.editing().handle(CAROL, request.id(), change, new ChangeEdit.Document(E));
        ChangeRequest edited =
                fixture.editing()
                        .handle(
                                DAN,
                                request.id(),
                                change,
                                new ChangeEdit.Document(RequestSamples.LIVE));

        refused(edited, CAROL, "OwnRequest");
        refused(edited, DAN, "OwnRequest");
        refused(edited, Callers.web("Carol+x@example.com", "team"), "OwnRequest");
        assertThat(fixture.approved(Callers.web("erin@example.com", "team"), edited).state())
                .isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void whoWroteItIsKnownAfterItWasStruckOutAndOpenedAgain() {
        ChangeRequest request = fixture.policyAsked();
        String change = request.id().value() + 0;
        fixture.editing().handle(CAROL, request.id(), change, new ChangeEdit.Document(E));
        fixture.cancellingChange().handle(DAN, request.id(), change);
        ChangeRequest again = fixture.reopening().handle(DAN, request.id());
        refused(again, CAROL, "OwnRequest");
        assertThat(fixture.approved(DAN, again).state()).isInstanceOf(RequestState.Approved.class);
    }
}
