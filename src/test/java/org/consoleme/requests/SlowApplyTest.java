package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.E;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** A node that is slower than its mark counts leaves the change to the one that took over. */
class SlowApplyTest {
    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest approvedPolicy() {
        return fixture.approved(CAROL, fixture.policyAsked());
    }

    private OutboxEvent event(ChangeRequest request) {
        return fixture.outbox.all().stream()
                .filter(event -> event.kind() == OutboxEvent.Kind.APPLY_REQUEST)
                .filter(event -> event.subject().equals(request.id().value()))
                .findFirst()
                .orElseThrow();
    }

    private static ChangeState state(ChangeRequest request) {
        return request.changes().getFirst().state();
    }

    @Test
    void whoIsSlowerThanTheMarkChangesNothingAnyMore() {
        ChangeRequest request = approvedPolicy();
        OutboxEvent event = event(request);
        fixture.policies.whileReading(
                () -> {
                    fixture.clock.advance(ApplyChanges.MARK_COUNTS);
                    fixture.applying().handle(event);
                    fixture.policies.has(APP, "logs", E);
                });

        problem(Problem.Unavailable.class, () -> fixture.applying().handle(event));

        assertThat(fixture.policies.live(APP, "logs")).contains(E);
        assertThat(fixture.policies.calls()).hasSize(1);
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void whatCannotBeBegunInTimeIsLeftForTheNextTry() {
        ChangeRequest request =
                fixture.approved(
                        CAROL,
                        fixture.opened(ALICE, new AskedChange.DeletedPolicy(APP, "existing")));
        fixture.policies.whileReading(() -> fixture.clock.advance(ApplyChanges.BEGUN_WITHIN));
        fixture.deliver();

        assertThat(state(fixture.now(request))).isInstanceOf(ChangeState.Approved.class);
        assertThat(fixture.policies.calls()).isEmpty();
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.deliver();
        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
    }

    @Test
    void anotherGrantUnderTheIdOfThisOneIsAFailure() {
        ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
        Instant start = fixture.clock.instant();
        Grant other =
                new Grant(
                        ChangeEffects.id(request, request.id().value() + 0),
                        0,
                        request.id(),
                        ALICE.user(),
                        APP,
                        start,
                        start.plus(Duration.ofHours(9)),
                        Optional.empty());
        fixture.grants.openOnce(
                other,
                new AuditEvent.GrantChanged(
                        ALICE.origin(),
                        start,
                        other.id().value(),
                        Outcome.DONE,
                        Optional.empty(),
                        Map.of()));

        fixture.deliver();

        assertThat(state(fixture.now(request))).isInstanceOf(ChangeState.Failed.class);
    }
}
