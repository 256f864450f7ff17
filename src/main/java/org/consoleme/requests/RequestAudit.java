package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.consoleme.audit.AuditEvent.RequestCommanded;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;

/**
 * The audit rows of requests. A command that is carried out is written with the state that it made;
 * one that is refused, or fails, is written here, and changes nothing.
 */
@Single
public class RequestAudit {
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public RequestAudit(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Does {@code work}, and writes one row if it ends in a problem.
     *
     * @param subject the request's id, or the role while there is no request
     */
    <T> T refusals(Origin origin, String command, String subject, Function<Attempt, T> work) {
        Attempt attempt = new Attempt(command);
        try {
            return work.apply(attempt);
        } catch (ProblemException e) {
            trail.append(
                    new RequestCommanded(
                            origin,
                            clock.instant(),
                            subject,
                            outcome(e.problem()),
                            Optional.of(attempt.cause.orElse(cause(e.problem()))),
                            attempt.details));
            throw e;
        }
    }

    /** The row of what was carried out. */
    RequestCommanded done(Origin origin, Attempt attempt, ChangeRequest after, Instant at) {
        Map<String, String> details = new TreeMap<>(attempt.details);
        details.put("state", after.state().name().name());
        details.put("role", after.role().toString());
        details.put("hash", after.hash());
        return new RequestCommanded(
                origin, at, after.id().value(), attempt.outcome, attempt.cause, details);
    }

    private static Outcome outcome(Problem problem) {
        return problem instanceof Problem.Refused || problem instanceof Problem.Unavailable
                ? Outcome.FAILED
                : Outcome.DENIED;
    }

    private static String cause(Problem problem) {
        return problem instanceof Problem.Refused refused
                ? refused.dependency() + ": " + refused.code()
                : problem.getClass().getSimpleName();
    }

    /** What becomes known of a command while it is worked on. */
    static final class Attempt {
        private final Map<String, String> details = new TreeMap<>();
        private Optional<String> cause = Optional.empty();
        private Outcome outcome = Outcome.DONE;

        Attempt(String command) {
            details.put("command", command);
        }

        Attempt detail(String name, String value) {
            details.put(name, value);
            return this;
        }

        /** It was tried and did not work out: that is what is written with the state. */
        void failed(Problem problem) {
            cause = Optional.of(RequestAudit.cause(problem));
            outcome = Outcome.FAILED;
        }

        /** To be thrown: refused for a cause that has a code of its own. */
        ProblemException refusal(String code, Problem problem) {
            cause = Optional.of(code);
            return problem.asException();
        }
    }
}
