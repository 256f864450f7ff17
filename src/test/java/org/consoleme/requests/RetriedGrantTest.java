package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.OTHER;
import static org.consoleme.requests.RequestSamples.role;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.Grant;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.junit.jupiter.api.Test;

/** A retry finds the grant that was made before its answer was lost. */
class RetriedGrantTest {
    private static final String ENDED = "It ended already: ask again.";

    private final RequestsFixture fixture = new RequestsFixture();

    private static ChangeState state(ChangeRequest request) {
        return request.changes().getFirst().state();
    }

    private Grant granted(ChangeRequest request) {
        Instant start = fixture.clock.instant();
        Grant grant =
                new Grant(
                        ChangeEffects.id(request, request.changes().getFirst().id()),
                        0,
                        request.id(),
                        ALICE.user(),
                        APP,
                        start,
                        start.plus(Duration.ofHours(2)),
                        Optional.empty());
        return fixture.grants.openOnce(grant, audit(grant));
    }

    private AuditEvent audit(Grant grant) {
        return new AuditEvent.GrantChanged(
                ALICE.origin(),
                fixture.clock.instant(),
                grant.id().value(),
                Outcome.DONE,
                Optional.empty(),
                Map.of());
    }

    @Test
    void aRetryThatFindsAGrantWhichWasRevokedOrIsOverSaysSo() {
        for (boolean revoked : List.of(true, false)) {
            ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
            fixture.lab.roles(role(OTHER, "nobody"));
            fixture.deliver();
            Grant grant = granted(request);
            if (revoked) {
                fixture.grants.replace(
                        grant,
                        grant.closed(CAROL.user(), fixture.clock.instant(), Grant.How.REVOKED),
                        audit(grant));
            }
            fixture.clock.advance(Duration.ofHours(2));
            fixture.lab.roles(role(APP, "engineers"));

            fixture.retrying().handle(ALICE, request.id());
            fixture.deliver();

            assertThat(state(fixture.now(request)))
                    .isEqualTo(new ChangeState.Failed(fixture.clock.instant(), ENDED));
        }
    }

    @Test
    void aRetryThatFindsTheGrantOpenIsApplied() {
        ChangeRequest request = fixture.approved(CAROL, fixture.roleAsked());
        fixture.lab.roles(role(OTHER, "nobody"));
        fixture.deliver();
        Grant grant = granted(request);
        fixture.lab.roles(role(APP, "engineers"));
        fixture.clock.advance(Duration.ofHours(1));

        fixture.retrying().handle(ALICE, request.id());
        fixture.deliver();

        assertThat(fixture.now(request).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.grants.of(ALICE.user(), 9)).containsExactly(grant);
    }
}
