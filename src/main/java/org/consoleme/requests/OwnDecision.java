package org.consoleme.requests;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Approvals, and the exception that the configuration may make for what is one's own. The exception
 * is never silent: it is in the log, in the audit row, and in a comment on the request, whatever
 * the configuration says of who is told of it.
 */
@Single
public class OwnDecision {
    private static final Logger LOG = LoggerFactory.getLogger(OwnDecision.class);

    private final RequestRights rights;

    @Inject
    public OwnDecision(RequestRights rights) {
        this.rights = rights;
    }

    /**
     * The request approved by the one who is just making it.
     *
     * @throws org.consoleme.shared.ProblemException {@code Forbidden}, unless the configuration
     *     names them
     */
    ChangeRequest approved(
            Caller caller, ChangeRequest request, Instant at, RequestAudit.Attempt attempt) {
        RequestRights.Leave leave = rights.toDecide(caller, request, attempt);
        Review review =
                new Review(
                        caller.user(),
                        at,
                        caller.origin().door(),
                        Review.Verdict.APPROVED,
                        request.hash(),
                        request.open(),
                        Optional.empty(),
                        leave.rule().name());
        return noted(caller, request.reviewed(review, leave.rule().needed()), leave, at, attempt);
    }

    /** {@code decided}, with the bypass told if it was one. */
    ChangeRequest noted(
            Caller caller,
            ChangeRequest decided,
            RequestRights.Leave leave,
            Instant at,
            RequestAudit.Attempt attempt) {
        if (!leave.bypass()) {
            return decided;
        }
        attempt.detail("bypass", "true");
        LOG.atWarn()
                .addKeyValue("user", caller.user())
                .addKeyValue("request", decided.id())
                .log("decided their own request, as the configuration allows");
        return decided.commented(
                Comment.bySystem(
                        at,
                        caller.user()
                                + " decided this although it is their own:"
                                + " requests.may_bypass_approval names them."));
    }
}
