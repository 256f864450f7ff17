package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Single;

/**
 * Writes one audit row for each attempt at keys or a role, and lets nothing out before the row is
 * durable.
 */
@Single
public class SessionAudit {
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public SessionAudit(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    <T> T recorded(Caller caller, String asked, Row row, Function<Attempt, T> work) {
        Attempt attempt = new Attempt(asked);
        T result;
        try {
            result = work.apply(attempt);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            boolean outside =
                    problem instanceof Problem.Refused || problem instanceof Problem.Unavailable;
            trail.append(
                    row.of(
                            caller.origin(),
                            clock.instant(),
                            attempt.subject,
                            outside ? Outcome.FAILED : Outcome.DENIED,
                            Optional.of(cause(problem)),
                            attempt.details));
            throw e;
        }
        trail.append(
                row.of(
                        caller.origin(),
                        clock.instant(),
                        attempt.subject,
                        Outcome.DONE,
                        Optional.empty(),
                        attempt.details));
        return result;
    }

    private static String cause(Problem problem) {
        return problem instanceof Problem.Refused refused
                ? refused.dependency() + ": " + refused.code()
                : problem.getClass().getSimpleName();
    }

    /** Constructor of the event's record. */
    @FunctionalInterface
    interface Row {
        AuditEvent of(
                Origin origin,
                Instant at,
                String subject,
                Outcome outcome,
                Optional<String> reason,
                Map<String, String> details);
    }

    /** What becomes known while working. */
    static final class Attempt {
        private String subject;
        private final Map<String, String> details = new LinkedHashMap<>();

        private Attempt(String asked) {
            this.subject = asked;
        }

        void about(RoleArn role) {
            subject = role.toString();
        }

        void details(Map<String, String> known) {
            details.putAll(known);
        }
    }
}
