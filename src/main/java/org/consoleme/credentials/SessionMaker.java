package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Proof;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * What keys and console sessions have in common: is the proof fresh enough, and what is STS asked
 * for.
 */
@Single
public class SessionMaker {
    private final CredentialSettings settings;
    private final SessionLength length;
    private final SharedFlights flights;
    private final Clock clock;

    @Inject
    public SessionMaker(
            CredentialSettings settings, SessionLength length, SharedFlights flights, Clock clock) {
        this.settings = settings;
        this.length = length;
        this.flights = flights;
        this.clock = clock;
    }

    Duration length(Caller caller, EligibleRole role, Optional<Duration> asked) {
        return length.of(caller, role, asked);
    }

    TemporaryCredentials make(
            Caller caller, EligibleRole role, Duration lifetime, boolean restrictedByIp) {
        String user = SessionName.of(caller.user());
        return flights.assume(
                caller.user(),
                new AssumeRole(
                        role.role(),
                        user,
                        lifetime,
                        restrictedByIp
                                ? IpRestriction.policy(settings.ipRanges())
                                : Optional.empty(),
                        settings.userTag().map(tag -> Map.of(tag, user)).orElse(Map.of()),
                        settings.sourceIdentity() ? Optional.of(user) : Optional.empty()));
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code StepUpRequired} if the token or
     *     certificate is too old
     */
    void requireFreshProof(Caller caller) {
        if (caller.authenticatedAt().plus(settings.maxProofAge()).isBefore(clock.instant())) {
            throw new Problem.StepUpRequired(
                            caller.proof() == Proof.CERTIFICATE
                                    ? "Your certificate is too old for this role. Renew it."
                                    : "Your sign-in is too old for this role. Sign in again.")
                    .asException();
        }
    }
}
