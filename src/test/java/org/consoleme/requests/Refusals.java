package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;

/** What a refusal says, and what it leaves in the audit trail. */
final class Refusals {
    private Refusals() {}

    static Problem problem(Class<? extends Problem> type, Runnable step) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, step::run);
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.problem()).isInstanceOf(type);
        return thrown.problem();
    }

    /** One row, denied, for that cause. */
    static void assertDenied(InMemoryAuditTrail trail, String cause) {
        assertThat(trail.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        AuditEvent.RequestCommanded.class,
                        row -> {
                            assertThat(row.outcome()).isEqualTo(Outcome.DENIED);
                            assertThat(row.reason()).contains(cause);
                        });
    }
}
