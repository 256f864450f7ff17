package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestsFixture.ALICE;
import static org.consoleme.requests.RequestsFixture.APP;
import static org.consoleme.requests.RequestsFixture.BOB;
import static org.consoleme.requests.RequestsFixture.CAROL;
import static org.consoleme.requests.RequestsFixture.D;
import static org.consoleme.requests.RequestsFixture.LIVE;
import static org.consoleme.requests.RequestsFixture.OTHER;
import static org.consoleme.requests.RequestsFixture.newPolicy;
import static org.consoleme.requests.RequestsFixture.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

class OpenRequestTest {
    private final RequestsFixture fixture = new RequestsFixture();

    private OpenedRequest open(Caller caller, AskedChange... changes) {
        return fixture.opening().handle(caller, RequestDraft.of("for ticket 17", changes));
    }

    private void invalid(String field, AskedChange... changes) {
        fixture.trail.clear();
        Problem.Invalid problem =
                (Problem.Invalid) problem(Problem.Invalid.class, () -> open(ALICE, changes));
        assertThat(problem.field()).isEqualTo(field);
        assertThat(fixture.outbox.all()).isEmpty();
    }

    private static AskedChange replaced(String name, PolicyDocument text) {
        return new AskedChange.ReplacedPolicy(APP, name, text);
    }

    private static AskedChange role(RoleArn role, Duration length) {
        return new AskedChange.Role(role, length);
    }

    @Test
    void C01_aNewPolicyWithoutANameWaitsUnderAMadeOne() {
        OpenedRequest opened = open(ALICE, new AskedChange.NewPolicy(APP, Optional.empty(), D));

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
    void aNameIsMadeLegalWhateverTheSignInName() {
        ChangeRequest request =
                open(
                                Callers.web("zo\u00eb o'neil@example.com"),
                                new AskedChange.NewPolicy(APP, Optional.empty(), D))
                        .request();
        assertThat(((Change.PutInlinePolicy) request.changes().getFirst().change()).name())
                .matches("[A-Za-z0-9_+=,.@-]{1,128}");
    }

    @Test
    void C04_aNewPolicyOfAnExistingNameIsRefused() {
        invalid("policy_name", newPolicy("existing"));
    }

    @Test
    void C05_theSameDocumentAgainIsRefused() {
        invalid("policy_document", replaced("existing", LIVE));
    }

    @Test
    void C06_aReplacementKnowsWhatItReplaces() {
        ChangeRequest request = open(ALICE, replaced("existing", D)).request();
        assertThat(request.changes().getFirst().change())
                .isEqualTo(new Change.PutInlinePolicy(APP, "existing", D, Optional.of(LIVE)));
    }

    @Test
    void C07_aReplacementOfNothingIsRefused() {
        invalid("policy_name", replaced("ghost", D));
    }

    @Test
    void C08_C09_aDeletionKnowsWhatItDeletesAndNeedsIt() {
        ChangeRequest request =
                open(ALICE, new AskedChange.DeletedPolicy(APP, "existing")).request();
        assertThat(request.changes().getFirst().change())
                .isEqualTo(new Change.DeleteInlinePolicy(APP, "existing", LIVE));
    }

    @Test
    void aPolicyIsForNobodyInParticularSoThatNobodyIsKeptFromDecidingIt() {
        RequestDraft draft =
                new RequestDraft(
                        List.of(replaced("existing", D)),
                        Optional.of(new UserId("carol@example.com")),
                        "for ticket 17",
                        false,
                        Optional.empty(),
                        false);

        Problem.Invalid problem =
                (Problem.Invalid)
                        problem(
                                Problem.Invalid.class,
                                () -> fixture.opening().handle(ALICE, draft));

        assertThat(problem.field()).isEqualTo("beneficiary");
    }

    @Test
    void aDeletionOfNothingIsRefused() {
        invalid("policy_name", new AskedChange.DeletedPolicy(APP, "ghost"));
    }

    @Test
    void C13_changesOfTwoRolesOrNoneOrTwiceTheSameAreRefused() {
        invalid("changes", newPolicy("a"), new AskedChange.NewPolicy(OTHER, Optional.of("b"), D));
        invalid("changes");
        invalid("changes", newPolicy("a"), newPolicy("a"));
        List<AskedChange> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(newPolicy("p" + i));
        }
        invalid("changes", many.toArray(AskedChange[]::new));
    }

    @Test
    void illegalPolicyNamesAreRefused() {
        for (String name : List.of("", "a b", "a<b", "a/b", "\u00fc", "x".repeat(129))) {
            invalid("policy_name", newPolicy(name));
        }
    }

    @Test
    void C15_aMissingRoleIsNotFoundAndOneDeniedRowIsWritten() {
        RoleArn ghost = RoleArn.parse("arn:aws:iam::410000000017:role/ghost");
        problem(
                Problem.NotFound.class,
                () -> open(ALICE, new AskedChange.NewPolicy(ghost, Optional.empty(), D)));
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
                    () -> open(CAROL, new AskedChange.NewPolicy(arn, Optional.empty(), D)));
            fixture.denied("Forbidden");
            problem(Problem.Forbidden.class, () -> open(BOB, role(arn, Duration.ofHours(1))));
        }
    }

    @Test
    void aRoleForATimeKeepsWithinTheRule() {
        for (Duration length :
                List.of(
                        Duration.ofMinutes(14),
                        Duration.ZERO,
                        Duration.ofHours(-1),
                        Duration.ofHours(8).plusMinutes(1),
                        Duration.ofMinutes(20).plusSeconds(1))) {
            invalid("minutes", role(APP, length));
        }
        OpenedRequest opened = open(ALICE, role(APP, Duration.ofHours(8)));
        assertThat(opened.rule().name()).isEqualTo("team decides");
        assertThat(opened.request().expiresAt())
                .contains(fixture.clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void aRoleThatNoRuleIsForCannotBeAskedFor() {
        fixture.configure("{}");
        problem(Problem.Forbidden.class, () -> open(ALICE, role(APP, Duration.ofHours(1))));
        fixture.denied("NoRule");
        problem(Problem.NotFound.class, () -> open(BOB, role(APP, Duration.ofHours(1))));
    }

    @Test
    void whatOneMayNeitherUseNorAskForLooksAsIfItDidNotExist() {
        Caller eve = Callers.web("eve@example.com");
        Problem hidden =
                problem(Problem.NotFound.class, () -> open(eve, role(OTHER, Duration.ofHours(1))));
        RoleArn ghost = RoleArn.parse("arn:aws:iam::410000000017:role/ghost");
        Problem missing =
                problem(Problem.NotFound.class, () -> open(eve, role(ghost, Duration.ofHours(1))));
        assertThat(hidden.sentence()).isEqualTo(missing.sentence());
        assertThat(hidden).isEqualTo(new Problem.NotFound("role", OTHER.toString()));
        assertThat(missing).isEqualTo(new Problem.NotFound("role", ghost.toString()));
    }

    @Test
    void thatNobodyCouldApproveIsSaidBeforeItIsSent() {
        fixture.configure(
                """
                approval_rules:
                - name: bob alone
                  match: {kinds: [role]}
                  who_may_ask: [everybody]
                  approvers: [Bob@example.com]
                """);
        problem(Problem.Conflict.class, () -> open(BOB, role(APP, Duration.ofHours(1))));
        fixture.denied("NobodyDecides");
        problem(
                Problem.Conflict.class,
                () ->
                        fixture.opening()
                                .handle(
                                        ALICE,
                                        new RequestDraft(
                                                List.of(role(APP, Duration.ofHours(1))),
                                                Optional.of(new UserId("bob+x@example.com")),
                                                "why",
                                                false,
                                                Optional.empty(),
                                                true)));
        assertThat(open(ALICE, role(APP, Duration.ofHours(1))).stored()).isTrue();
    }

    @Test
    void autoApprovalIsAppliedAndRecordsItsRule() {
        fixture.configure(
                """
                approval_rules:
                - name: playground
                  match: {accounts: ['410000000017'], kinds: [role]}
                  who_may_ask: [engineers]
                  auto_approve: true
                """);
        ChangeRequest request = open(ALICE, role(APP, Duration.ofHours(1))).request();
        assertThat(request.state()).isInstanceOf(RequestState.Approved.class);
        assertThat(request.rule()).contains("playground");
        assertThat(request.comments().getFirst().text()).contains("playground");
        AuditEvent row = fixture.trail.events().getFirst();
        assertThat(row.details()).containsEntry("rule", "playground").containsEntry("auto", "true");

        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.grants.of(ALICE.user(), 9)).hasSize(1);
    }

    @Test
    void T49_aFormSentTwiceMakesOneRequest() {
        RequestDraft draft =
                new RequestDraft(
                        List.of(role(APP, Duration.ofHours(1))),
                        Optional.empty(),
                        "why",
                        false,
                        Optional.of("view V1"),
                        false);
        OpenedRequest first = fixture.opening().handle(ALICE, draft);
        OpenedRequest second = fixture.opening().handle(ALICE, draft);
        OpenedRequest bobs = fixture.opening().handle(BOB, draft);

        assertThat(second.request()).isEqualTo(first.request());
        assertThat(bobs.request().id()).isNotEqualTo(first.request().id());
        assertThat(
                        fixture.requests
                                .inState(RequestState.Name.PENDING, Optional.empty(), 9)
                                .requests())
                .hasSize(2);
        assertThat(fixture.trail.events()).hasSize(2);
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
        problem(Problem.Forbidden.class, () -> open(program, newPolicy("logs")));
        fixture.denied("Application");
    }

    @Test
    void whenTheAuditTrailIsAwayNothingIsStored() {
        fixture.trail.failsWith(new Problem.Unavailable("audit", Duration.ofSeconds(5)));
        problem(Problem.Unavailable.class, () -> open(ALICE, newPolicy("logs")));
        assertThat(fixture.outbox.all()).isEmpty();
    }

    @Test
    void aDocumentThatAwsWouldRefuseIsRefused() {
        invalid("policy_document", putting("long", document("s3:GetObject", 400)));
        fixture.policies.has(APP, "big", document("s3:GetObject", 300));
        invalid("policy_document", putting("second", document("s3:GetObject", 100)));
        assertThat(open(ALICE, putting("small", document("s3:GetObject", 10))).stored()).isTrue();
    }

    @Test
    void theRiskOfADocumentDecidesWhichRuleGoverns() {
        fixture.configure(
                """
                approval_rules:
                - name: administrators need two
                  match: {kinds: [inline_policy], risk: [high]}
                  who_may_ask: [everybody]
                  approvers: [security]
                  needed: 2
                """);
        assertThat(open(ALICE, putting("a", document("*", 1))).rule().name())
                .isEqualTo("administrators need two");
        assertThat(open(ALICE, putting("b", document("s3:GetObject", 1))).rule().name())
                .isEqualTo("policy administrators");
    }

    private static AskedChange putting(String name, PolicyDocument document) {
        return new AskedChange.NewPolicy(APP, Optional.of(name), document);
    }

    /** Allows an action on so many buckets; a bucket takes some 30 characters. */
    private static PolicyDocument document(String action, int buckets) {
        String resources =
                IntStream.range(0, buckets)
                        .mapToObj(i -> "\"arn:aws:s3:::acme-logs-%06d\"".formatted(i))
                        .collect(Collectors.joining(","));
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
                        + action
                        + "\",\"Resource\":["
                        + (action.equals("*") ? "\"*\"" : resources)
                        + "]}]}");
    }
}
