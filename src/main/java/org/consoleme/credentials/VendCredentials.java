package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.consoleme.access.EligibleRole;
import org.consoleme.audit.AuditEvent.KeysVended;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/** Vends short-lived keys for the one role that the caller's words match. */
@UseCase
public class VendCredentials {
    private final ProvenRoles roles;
    private final SessionMaker sessions;
    private final SessionAudit audit;

    @Inject
    public VendCredentials(ProvenRoles roles, SessionMaker sessions, SessionAudit audit) {
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}, {@code NotFound}, {@code
     *     Ambiguous}, {@code StepUpRequired}, {@code Refused} or {@code Unavailable}; each is in
     *     the audit trail
     */
    public TemporaryCredentials handle(Caller caller, VendRequest request) {
        return audit.recorded(
                caller,
                request.query().text(),
                KeysVended::new,
                attempt -> {
                    EligibleRole role = roles.find(caller, request.query(), attempt);
                    sessions.requireFreshProof(caller);
                    if (request.withoutIpRestriction() && !caller.application()) {
                        throw new Problem.Refused("The second factor", "NotConfigured")
                                .asException();
                    }
                    Duration lifetime = sessions.length(caller, role, request.lifetime());
                    TemporaryCredentials keys =
                            sessions.make(caller, role, lifetime, sessions.ranges(caller, request));
                    attempt.details(
                            Map.of(
                                    "expiresAt",
                                    keys.expiresAt().toString(),
                                    "sessionName",
                                    SessionName.of(caller)));
                    return keys;
                });
    }
}
