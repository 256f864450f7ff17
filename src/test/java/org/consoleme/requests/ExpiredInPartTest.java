package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.requests.Refusals.problem;
import static org.consoleme.requests.RequestSamples.BOB;
import static org.consoleme.requests.RequestSamples.CAROL;
import static org.consoleme.requests.RequestSamples.DAN;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** What is said of a request whose time was over before all who have to approve it did. */
class ExpiredInPartTest {
    private static final Origin SCHEDULE =
            new Origin("schedule", Door.BATCH, "run-1", Optional.empty());
    private static final Duration LONG = Duration.ofDays(91);
    private static final String IN_PART = "It expired before enough people decided.";

    private final RequestsFixture fixture = new RequestsFixture();

    private ChangeRequest approvedByOneOfTwo() {
        fixture.configure(
                """
                approval_rules:
                - name: two of the team
                  match: {kinds: [role]}
                  who_may_ask: [everybody]
                  approvers: [team]
                  needed: 2
                """);
        ChangeRequest request = fixture.roleAsked();
        fixture.approved(CAROL, request);
        fixture.clock.advance(LONG);
        return request;
    }

    private String late(ChangeRequest request) {
        return problem(Problem.Conflict.class, () -> fixture.approved(DAN, request)).sentence();
    }

    @Test
    void whoComesTooLateDoesNotReadThatNobodyDecided() {
        ChangeRequest request = approvedByOneOfTwo();

        assertThat(late(request)).as("overdue").isEqualTo(IN_PART);
        fixture.expiring().handle(SCHEDULE);
        assertThat(late(request)).as("expired").isEqualTo(IN_PART);
    }

    @Test
    void whereNobodyDecidedThatIsSaid() {
        approvedByOneOfTwo();
        ChangeRequest untouched =
                fixture.opened(BOB, new AskedChange.Role(RequestSamples.APP, Duration.ofHours(1)));
        fixture.clock.advance(LONG);

        assertThat(late(untouched)).isEqualTo("It expired before anybody decided.");
    }
}
