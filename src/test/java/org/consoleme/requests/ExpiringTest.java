package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.RequestSamples.ALICE;
import static org.consoleme.requests.RequestSamples.APP;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.identity.Caller;
import org.junit.jupiter.api.Test;

/** What ends by itself. */
class ExpiringTest {
    private static final Origin SCHEDULE =
            new Origin("schedule", Door.BATCH, "run-1", Optional.empty());

    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest asked(Caller caller) {
        fixture.clock.advance(Duration.ofMinutes(1));
        return fixture.opened(caller, new AskedChange.Role(APP, Duration.ofHours(1)));
    }

    @Test
    void whatNobodyDecidedInTimeExpiresOnceAndNothingElse() {
        ChangeRequest overdue = asked(ALICE);
        ChangeRequest decided = asked(BOB);
        fixture.approved(CAROL, decided);
        fixture.deliver();
        ChangeRequest policy = fixture.policyAsked();
        fixture.clock.advance(Duration.ofDays(2));

        assertThat(fixture.expiring().handle(SCHEDULE)).isEqualTo(1);
        assertThat(fixture.expiring().handle(SCHEDULE)).isZero();

        assertThat(fixture.now(overdue).state())
                .isEqualTo(new RequestState.Expired(fixture.clock.instant()));
        assertThat(fixture.now(decided).state()).isInstanceOf(RequestState.Applied.class);
        assertThat(fixture.now(policy).state()).isEqualTo(new RequestState.Pending());
        assertThat(fixture.trail.events())
                .singleElement()
                .satisfies(row -> assertThat(row.origin()).isEqualTo(SCHEDULE));
    }

    @Test
    void ofAPartlyAppliedRequestTheRestExpires() {
        ChangeRequest request = fixture.twoAsked();
        fixture.reviewing().handle(CAROL, request.id(), RequestSamples.approve(request, 0));
        fixture.deliver();
        fixture.clock.advance(Duration.ofDays(7));

        assertThat(fixture.expiring().handle(SCHEDULE)).isEqualTo(1);

        ChangeRequest now = fixture.now(request);
        assertThat(now.state()).isInstanceOf(RequestState.Applied.class);
        assertThat(now.changes().get(1).state())
                .isEqualTo(
                        new ChangeState.Cancelled(ChangeRequest.SYSTEM, fixture.clock.instant()));
    }

    @Test
    void manyExpireInOneRun() {
        for (int i = 0; i < 250; i++) {
            asked(i % 2 == 0 ? ALICE : BOB);
        }
        fixture.clock.advance(Duration.ofDays(3));
        assertThat(fixture.expiring().handle(SCHEDULE)).isEqualTo(250);
    }
}
