package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.audit.AuditEvent.ConsoleOpened;
import org.consoleme.identity.Caller;
import org.consoleme.shared.UseCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the AWS console in the one role that the caller's words match. */
@UseCase
public class OpenConsole {
    private static final Logger LOG = LoggerFactory.getLogger(OpenConsole.class);

    private final ProvenRoles roles;
    private final SessionMaker sessions;
    private final ConsoleDestination destinations;
    private final FederationSignIn federation;
    private final SessionAudit audit;
    private final CredentialSettings settings;

    @Inject
    public OpenConsole(
            ProvenRoles roles,
            SessionMaker sessions,
            ConsoleDestination destinations,
            FederationSignIn federation,
            SessionAudit audit,
            CredentialSettings settings) {
        this.roles = roles;
        this.sessions = sessions;
        this.destinations = destinations;
        this.federation = federation;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * @throws org.consoleme.shared.ProblemException as {@link VendCredentials#handle}
     */
    public ConsoleSession handle(Caller caller, ConsoleRequest request) {
        ConsoleSession opened =
                audit.recorded(
                        caller,
                        request.query().text(),
                        ConsoleOpened::new,
                        attempt -> {
                            EligibleRole role = roles.find(caller, request.query(), attempt);
                            sessions.requireFreshProof(caller);
                            URI destination =
                                    destinations.of(
                                            role.role().partition(),
                                            request.region(),
                                            request.redirect());
                            Duration session = sessions.length(caller, role, Optional.empty());
                            TemporaryCredentials keys =
                                    sessions.make(
                                            caller,
                                            role,
                                            session,
                                            settings.consoleIpRestriction()
                                                    ? settings.ipRanges()
                                                    : List.of());
                            attempt.details(Map.of("expiresAt", keys.expiresAt().toString()));
                            return new ConsoleSession(
                                    role.role(),
                                    federation.signInUrl(keys, destination, session),
                                    keys.expiresAt());
                        });
        LOG.atInfo()
                .addKeyValue("user", caller.user())
                .addKeyValue("role", opened.role())
                .log("console opened");
        return opened;
    }
}
