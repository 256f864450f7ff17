package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.approve;
import static org.consoleme.requests.RequestSamples.reject;
import static org.consoleme.requests.RequestSamples.role;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.AuditEvent;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** Who decides, and for how long. */
class DecidingTest {
    private final RequestsFixture fixture = new RequestsFixture();

    private void refused(ChangeRequest request, Caller caller, String cause) {
        fixture.refused(
                request,
                Problem.Forbidden.class,
                cause,
                () -> fixture.reviewing().handle(caller, request.id(), approve(request)));
        fixture.refused(
                request,
                Problem.Forbidden.class,
                cause,
                () -> fixture.reviewing().handle(caller, request.id(), reject(request)));
    }

    @Test
    void slackT20_nobodyDecidesTheirOwnWhateverTheSpelling() {
        ChangeRequest request = fixture.roleAsked();
        for (String name :
                List.of(
                        "alice@example.com",
                        "ALICE@Example.COM",
                        "alice+team@example.com",
                        "alice@example.com.",
                        "alice@example\u3002com",
                        "alice@example\uff0ecom",
                        "\uff41lice@example.com",
                        "al\u00adice@example.com",
                        "alice@\u200bexample.com")) {
            refused(request, Callers.web(name, "team"), "OwnRequest");
        }
    }

    @Test
    void slackT20_ofARequestForSomebodyElseNeitherOfTheTwoDecides() {
        ChangeRequest request =
                fixture.opening()
                        .handle(
                                ALICE,
                                new RequestDraft(
                                        List.of(new AskedChange.Role(APP, Duration.ofHours(1))),
                                        Optional.of(new UserId("Carol+x@example.com")),
                                        "for carol",
                                        false,
                                        Optional.empty(),
                                        false))
                        .request();
        refused(request, Callers.web("alice@example.com", "team"), "OwnRequest");
        refused(request, CAROL, "OwnRequest");
        fixture.approved(DAN, request);
        fixture.deliver();
        assertThat(fixture.grants.of(new UserId("carol+x@example.com"), 9)).hasSize(1);
    }

    @Test
    void aBypassDecidesTheirOwnAndIsWrittenDownAndSaid() {
        RequestsFixture open =
                new RequestsFixture("requests: {may_bypass_approval: [carol@example.com]}");
        ChangeRequest request = open.opened(CAROL, RequestSamples.newPolicy("logs"));
        ChangeRequest approved = open.approved(CAROL, request);
        assertThat(approved.state()).isInstanceOf(RequestState.Approved.class);
        assertThat(approved.comments().getFirst().by()).isEqualTo(ChangeRequest.SYSTEM);
        assertThat(open.trail.events().getFirst().details()).containsEntry("bypass", "true");
        assertThat(open.looking().handle(CAROL, request.id()).rights().orElseThrow().bypass())
                .isTrue();
    }

    @Test
    void slackT29_slackT31_whoIsNotAnApproverDecidesNothing() {
        ChangeRequest request = fixture.roleAsked();
        refused(request, BOB, "NotApprover");
        refused(request, Callers.web("eve@example.com", "Team", "teams"), "NotApprover");
        fixture.refused(
                request,
                Problem.Forbidden.class,
                "NotRequester",
                () -> fixture.cancelling().handle(BOB, request.id()));
        fixture.refused(
                request,
                Problem.Forbidden.class,
                "NotRequester",
                () -> fixture.retrying().handle(BOB, request.id()));
    }

    @Test
    void slackT30_T46_theRulesAndGroupsOfTheMomentCount() {
        ChangeRequest request = fixture.roleAsked();
        refused(request, Callers.web("carol@example.com"), "NotApprover");
        fixture.configure(
                """
                approval_rules:
                - {name: others, match: {}, who_may_ask: [everybody], approvers: [security]}
                """);
        refused(request, CAROL, "NotApprover");
        fixture.configure("approval_rules: [{name: broken, match: {kinds: [rolle]}}]");
        refused(request, CAROL, "BrokenRule");
        fixture.configure("{}");
        refused(request, CAROL, "NoRule");
    }

    @Test
    void aDenialNeedsAReason() {
        ChangeRequest request = fixture.roleAsked();
        for (String reason : List.of("", "  ", "x".repeat(4001))) {
            fixture.refused(
                    request,
                    Problem.Invalid.class,
                    "Invalid",
                    () ->
                            fixture.reviewing()
                                    .handle(
                                            CAROL,
                                            request.id(),
                                            new ReviewCommand.Reject(request.hash(), reason)));
        }
    }

    @Test
    void slackT40_T41_aForeignHashOrChangeDecidesNothing() {
        ChangeRequest request = fixture.roleAsked();
        ChangeRequest other = fixture.opened(ALICE, new AskedChange.Role(APP, Duration.ofHours(3)));
        for (ReviewCommand command :
                List.of(
                        approve(other),
                        new ReviewCommand.Approve("", Set.of(), Optional.empty()),
                        new ReviewCommand.Approve("' OR 1=1 --", Set.of(), Optional.empty()),
                        new ReviewCommand.Approve("x".repeat(2001), Set.of(), Optional.empty()),
                        new ReviewCommand.Approve(
                                request.hash(), Set.of(other.id().value() + 0), Optional.empty()),
                        new ReviewCommand.Reject(other.hash(), "no"))) {
            fixture.refused(
                    request,
                    Problem.Conflict.class,
                    "Conflict",
                    () -> fixture.reviewing().handle(CAROL, request.id(), command));
        }
    }

    @Test
    void slackT47_tooLateIsSaidWithItsCause() {
        ChangeRequest expired = fixture.roleAsked();
        ChangeRequest withdrawn = fixture.roleAsked();
        fixture.cancelling().handle(ALICE, withdrawn.id());
        ChangeRequest applied = fixture.roleAsked();
        fixture.approved(CAROL, applied);
        fixture.deliver();
        assertThat(late(withdrawn)).isEqualTo("alice@example.com withdrew it.");
        assertThat(late(applied))
                .isEqualTo("carol@example.com approved it already, and it is applied.");
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(late(expired)).isEqualTo("It expired before anybody decided.");
        assertThat(fixture.now(expired)).isEqualTo(expired);
    }

    private String late(ChangeRequest request) {
        return problem(Problem.Conflict.class, () -> fixture.approved(DAN, request)).sentence();
    }

    @Test
    void slackT47_aDeletedRoleIsNotApproved() {
        ChangeRequest request = fixture.roleAsked();
        fixture.lab.roles(role(OTHER, "nobody"));
        refused(request, CAROL, "UnknownRole");
        assertThat(fixture.cancelling().handle(ALICE, request.id()).state())
                .isInstanceOf(RequestState.Cancelled.class);
    }

    @Test
    void theAuditRowNamesRuleHashAndChanges() {
        ChangeRequest request = fixture.roleAsked();
        fixture.approved(CAROL, request);
        AuditEvent row = fixture.trail.events().getFirst();
        assertThat(row.origin()).isEqualTo(CAROL.origin());
        assertThat(row.details())
                .containsEntry("command", "approve")
                .containsEntry("shown", request.hash())
                .containsEntry("rule", "team decides")
                .containsEntry("changes", request.id().value() + 0)
                .containsEntry("state", "APPROVED");
    }
}
