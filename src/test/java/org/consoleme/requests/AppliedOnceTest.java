package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consoleme.access.Grant;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.junit.jupiter.api.Test;

/** What was approved happens once, and whoever finds that it happened says so. */
class AppliedOnceTest {
    private static final Problem AWAY = new Problem.Unavailable("AWS", Duration.ofSeconds(5));

    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest approvedPolicy() {
        return fixture.approved(CAROL, fixture.policyAsked());
    }

    private ChangeRequest approvedDeletion() {
        return fixture.approved(
                CAROL, fixture.opened(ALICE, new AskedChange.DeletedPolicy(APP, "existing")));
    }

    private static ChangeState state(ChangeRequest request) {
        return request.changes().getFirst().state();
    }

    private OutboxEvent event(ChangeRequest request) {
        return fixture.outbox.all().stream()
                .filter(event -> event.kind() == OutboxEvent.Kind.APPLY_REQUEST)
                .filter(event -> event.subject().equals(request.id().value()))
                .findFirst()
                .orElseThrow();
    }

    /** The effect happens; then the node dies, and its mark stands there. */
    private void diesAfterTheEffect(ChangeRequest request) {
        fixture.requests.failsAfter(1, AWAY);
        problem(Problem.Unavailable.class, () -> fixture.applying().handle(event(request)));
        fixture.requests.works();
        assertThat(state(fixture.now(request))).isInstanceOf(ChangeState.Applying.class);
    }

    @Test
    void slackT48_aLostAnswerIsFoundOutAndNothingHappensTwice() {
        ChangeRequest request = approvedPolicy();
        fixture.policies.losesTheAnswer(AWAY);
        fixture.deliver();
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls()).hasSize(1);
    }

    @Test
    void slackT48_aNodeThatDiesAtAnyWriteLeavesEachEffectOnce() {
        for (int writes = 0; writes < 6; writes++) {
            RequestsFixture node = new RequestsFixture();
            ChangeRequest request = node.approved(CAROL, node.twoAsked());
            node.requests.failsAfter(writes, AWAY);
            OutboxEvent event =
                    node.outbox.all().stream()
                            .filter(e -> e.kind() == OutboxEvent.Kind.APPLY_REQUEST)
                            .findFirst()
                            .orElseThrow();
            try {
                node.applying().handle(event);
            } catch (ProblemException e) {
                assertThat(e.problem()).isEqualTo(AWAY);
            }
            node.requests.works();
            node.clock.advance(ApplyChanges.MARK_COUNTS);

            node.applying().handle(event);
            node.applying().handle(event);

            assertThat(node.now(request).state()).isInstanceOf(RequestState.Applied.class);
            assertThat(node.policies.calls()).hasSize(2);
        }
    }

    @Test
    void aGrantIsMadeOnceHoweverOftenItIsApplied() {
        ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
        OutboxEvent event = event(request);
        fixture.requests.failsAfter(1, AWAY);
        problem(Problem.Unavailable.class, () -> fixture.applying().handle(event));
        List<Grant> first = fixture.grants.of(ALICE.user(), 9);
        fixture.requests.works();
        problem(Problem.Unavailable.class, () -> fixture.applying().handle(event));

        fixture.clock.advance(Duration.ofSeconds(60));
        fixture.applying().handle(event);
        fixture.applying().handle(event);

        assertThat(first).hasSize(1);
        assertThat(fixture.grants.of(ALICE.user(), 9)).isEqualTo(first);
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void twoNodesAtTheSameMomentApplyOnce() {
        ChangeRequest request = fixture.approved(CAROL, fixture.twoAsked());
        OutboxEvent event = event(request);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(
                        () -> {
                            try {
                                fixture.applying().handle(event);
                            } catch (ProblemException another) {
                                assertThat(another.problem())
                                        .isInstanceOf(Problem.Unavailable.class);
                            }
                        });
            }
        }
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls()).hasSize(2);
    }

    @Test
    void whatHappenedIsAppliedForWhoeverTakesOverADayLater() {
        ChangeRequest put = approvedPolicy();
        ChangeRequest deleted = approvedDeletion();
        diesAfterTheEffect(put);
        diesAfterTheEffect(deleted);
        fixture.clock.advance(Duration.ofHours(25));

        fixture.applying().handle(event(put));
        fixture.applying().handle(event(deleted));

        assertThat(fixture.now(put).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.now(deleted).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.policies.calls()).hasSize(2);
    }

    @Test
    void whatHappenedIsAppliedThoughTheRoleBecameProtectedSince() {
        ChangeRequest policy = approvedPolicy();
        ChangeRequest grant = fixture.approved(CAROL, fixture.roleAsked());
        diesAfterTheEffect(policy);
        diesAfterTheEffect(grant);
        fixture.clock.advance(ApplyChanges.MARK_COUNTS);
        fixture.lab.hubRoles.add("app");

        fixture.applying().handle(event(policy));
        fixture.applying().handle(event(grant));

        assertThat(fixture.now(policy).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.now(grant).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void whoTakesOverADayLaterFindsTheGrantThatRanOutSince() {
        ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
        diesAfterTheEffect(request);
        List<Grant> before = fixture.grants.of(ALICE.user(), 9);
        fixture.clock.advance(Duration.ofHours(25));

        fixture.applying().handle(event(request));

        assertThat(before).hasSize(1);
        assertThat(fixture.grants.of(ALICE.user(), 9)).isEqualTo(before);
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }
}
