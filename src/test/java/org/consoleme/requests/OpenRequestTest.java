package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.D;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.newPolicy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

/** Whoever asks, and for whatever. */
class OpenRequestTest {
    private final RequestsFixture fixture = new RequestsFixture();
    private final Asking asking = new Asking(fixture);

    @Test
    void C01_aNewPolicyWithoutANameWaitsUnderAMadeOne() {
        OpenedRequest opened =
                asking.open(ALICE, new AskedChange.NewPolicy(APP, Optional.empty(), D));

        ChangeRequest request = opened.request();
        assertThat(opened.stored()).isTrue();
        assertThat(request.state()).isEqualTo(new RequestState.Pending());
        RequestedChange change = request.changes().getFirst();
        assertThat(change.id()).isEqualTo(request.id() + "0");
        assertThat(((Change.PutInlinePolicy) change.change()).name())
                .matches("cm_alice_\\d{10}_[a-z]{4}");
        assertThat(fixture.now(request)).isEqualTo(request);
        assertThat(fixture.outbox.all())
                .extracting(OutboxEvent::kind)
                .containsExactly(OutboxEvent.Kind.ANNOUNCE_REQUEST);
        assertThat(fixture.trail.events())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.subject()).isEqualTo(request.id().value());
                            assertThat(row.details())
                                    .containsEntry("command", "open")
                                    .containsEntry("hash", request.hash())
                                    .containsEntry("rule", "policy administrators");
                        });
    }

    @Test
    void C13_changesOfTwoRolesOrNoneOrTwiceTheSameAreRefused() {
        asking.invalid(
                "changes", newPolicy("a"), new AskedChange.NewPolicy(OTHER, Optional.of("b"), D));
        asking.invalid("changes");
        asking.invalid("changes", newPolicy("a"), newPolicy("a"));
        List<AskedChange> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(newPolicy("p" + i));
        }
        asking.invalid("changes", many.toArray(AskedChange[]::new));
    }

    @Test
    void C15_aMissingRoleIsNotFoundAndOneDeniedRowIsWritten() {
        RoleArn ghost = RoleArn.parse("arn:aws:iam::410000000017:role/ghost");
        problem(
                Problem.NotFound.class,
                () -> asking.open(ALICE, new AskedChange.NewPolicy(ghost, Optional.empty(), D)));
        fixture.denied("UnknownRole");
    }

    @Test
    void C20_aDryRunStoresNothingAndSaysWhatItWouldBe() {
        OpenedRequest opened =
                fixture.opening()
                        .handle(
                                ALICE,
                                new RequestDraft(
                                        List.of(newPolicy("logs")),
                                        Optional.empty(),
                                        "why",
                                        false,
                                        Optional.empty(),
                                        true));
        assertThat(opened.stored()).isFalse();
        assertThat(opened.rule().name()).isEqualTo("policy administrators");
        assertThat(opened.approvers()).containsExactly("carol@example.com", "dan@example.com");
        assertThat(fixture.requests.find(opened.request().id())).isEmpty();
        assertThat(fixture.trail.events()).isEmpty();
        assertThat(fixture.outbox.all()).isEmpty();
    }

    @Test
    void C29_B31_aJustificationIsRequiredUnlessTheConfigurationSaysNot() {
        for (String text :
                List.of("", " \n", "x".repeat(4001), "password=hunter2hunter2", "\u0007")) {
            Problem.Invalid problem =
                    (Problem.Invalid)
                            problem(
                                    Problem.Invalid.class,
                                    () ->
                                            fixture.opening()
                                                    .handle(
                                                            ALICE,
                                                            RequestDraft.of(
                                                                    text, newPolicy("logs"))));
            assertThat(problem.field()).isEqualTo("justification");
        }
        RequestsFixture lax = new RequestsFixture("requests: {justification_required: false}");
        assertThat(
                        lax.opening()
                                .handle(ALICE, RequestDraft.of("", newPolicy("logs")))
                                .request()
                                .justification())
                .isEmpty();
    }

    @Test
    void A24_B16_protectedRolesAreRefusedAtCreationWhetherTheyExistOrNot() {
        for (String role :
                List.of(
                        "ConsoleMe",
                        "path/ConsoleMe",
                        "aws-service-role/ec2.amazonaws.com/AWSServiceRoleForEC2",
                        "aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1234",
                        "break-glass-2")) {
            RoleArn arn = RoleArn.parse("arn:aws:iam::410000000017:role/" + role);
            fixture.trail.clear();
            problem(
                    Problem.Forbidden.class,
                    () -> asking.open(CAROL, new AskedChange.NewPolicy(arn, Optional.empty(), D)));
            fixture.denied("Forbidden");
            problem(
                    Problem.Forbidden.class,
                    () -> asking.open(BOB, new AskedChange.Role(arn, Duration.ofHours(1))));
        }
    }

    @Test
    void anApplicationAsksForNothing() {
        Caller program =
                new Caller(
                        new UserId("application/ci"),
                        Set.of(),
                        Proof.APPLICATION_CERTIFICATE,
                        ALICE.authenticatedAt(),
                        ALICE.origin());
        problem(Problem.Forbidden.class, () -> asking.open(program, newPolicy("logs")));
        fixture.denied("Application");
    }

    @Test
    void whenTheAuditTrailIsAwayNothingIsStored() {
        fixture.trail.failsWith(new Problem.Unavailable("audit", Duration.ofSeconds(5)));
        problem(Problem.Unavailable.class, () -> asking.open(ALICE, newPolicy("logs")));
        assertThat(fixture.outbox.all()).isEmpty();
    }
}
