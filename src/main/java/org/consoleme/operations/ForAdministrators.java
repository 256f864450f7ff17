package org.consoleme.operations;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.consoleme.audit.AuditEvent.JobCommanded;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/** Lets administrators in, and writes down what they, or those who are none, told jobs to do. */
@UseCase
public class ForAdministrators {
    private static final String SENTENCE = "This is for administrators.";

    private final Administrators administrators;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public ForAdministrators(Administrators administrators, AuditTrail audit, Clock clock) {
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}
     */
    void require(Caller caller) {
        if (!administrators.isAdministrator(caller)) {
            throw new Problem.Forbidden(SENTENCE).asException();
        }
    }

    /** As {@link #require}; the answer is in the audit trail before anything follows. */
    void requireForCommand(Caller caller, String subject) {
        if (!administrators.isAdministrator(caller)) {
            append(caller, subject, Outcome.DENIED, Optional.of(SENTENCE));
            throw new Problem.Forbidden(SENTENCE).asException();
        }
        append(caller, subject, Outcome.DONE, Optional.empty());
    }

    /** The command was given, but nothing came of it. */
    void failed(Caller caller, String subject, Problem problem) {
        append(caller, subject, Outcome.FAILED, Optional.of(problem.sentence()));
    }

    private void append(Caller caller, String subject, Outcome outcome, Optional<String> reason) {
        audit.append(new JobCommanded(caller.origin(), clock.instant(), subject, outcome, reason));
    }
}
