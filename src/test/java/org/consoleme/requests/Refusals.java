package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.Outcome;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.shared.Problem;
import org.consoleme.testing.Problems;

/** What a refusal says, and what it leaves in the audit trail. */
final class Refusals {
    private Refusals() {}

    static Problem problem(Class<? extends Problem> type, Runnable step) {
        Problem problem = Problems.of(step::run);
        assertThat(problem).isInstanceOf(type);
        return problem;
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
