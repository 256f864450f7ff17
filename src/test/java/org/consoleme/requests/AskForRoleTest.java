package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.OTHER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.AuditEvent;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Callers;
import org.junit.jupiter.api.Test;

/** A role for a time is asked for within the rule that governs it. */
class AskForRoleTest {
    private final RequestsFixture fixture = new RequestsFixture();
    private final Asking asking = new Asking(fixture);

    private static AskedChange role(RoleArn role, Duration length) {
        return new AskedChange.Role(role, length);
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
            asking.invalid("minutes", role(APP, length));
        }
        OpenedRequest opened = asking.open(ALICE, role(APP, Duration.ofHours(8)));
        assertThat(opened.rule().name()).isEqualTo("team decides");
        assertThat(opened.request().expiresAt())
                .contains(fixture.clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void aRoleThatNoRuleIsForCannotBeAskedFor() {
        fixture.configure("{}");
        problem(Problem.Forbidden.class, () -> asking.open(ALICE, role(APP, Duration.ofHours(1))));
        fixture.denied("NoRule");
        problem(Problem.NotFound.class, () -> asking.open(BOB, role(APP, Duration.ofHours(1))));
    }

    @Test
    void whatOneMayNeitherUseNorAskForLooksAsIfItDidNotExist() {
        Caller eve = Callers.web("eve@example.com");
        Problem hidden =
                problem(
                        Problem.NotFound.class,
                        () -> asking.open(eve, role(OTHER, Duration.ofHours(1))));
        RoleArn ghost = RoleArn.parse("arn:aws:iam::410000000017:role/ghost");
        Problem missing =
                problem(
                        Problem.NotFound.class,
                        () -> asking.open(eve, role(ghost, Duration.ofHours(1))));
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
        problem(Problem.Conflict.class, () -> asking.open(BOB, role(APP, Duration.ofHours(1))));
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
        assertThat(asking.open(ALICE, role(APP, Duration.ofHours(1))).stored()).isTrue();
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
        ChangeRequest request = asking.open(ALICE, role(APP, Duration.ofHours(1))).request();
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
}
