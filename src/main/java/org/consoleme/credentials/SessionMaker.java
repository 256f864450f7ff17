package org.consoleme.credentials;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

    /** Within the time that is left, where there is an end. */
    Duration length(Caller caller, EligibleRole role, Optional<Duration> asked) {
        return role.until()
                .map(end -> Duration.between(clock.instant(), end))
                .map(left -> length.within(left, caller, role, asked))
                .orElseGet(() -> length.of(caller, role, asked));
    }

    /**
     * From where keys may be used: people by the configuration, an application by its own wish.
     *
     * @return empty for everywhere
     */
    List<String> ranges(Caller caller, VendRequest request) {
        return caller.application() ? request.ownIpRanges() : settings.ipRanges();
    }

    TemporaryCredentials make(
            Caller caller, EligibleRole role, Duration lifetime, List<String> ipRanges) {
        String user = SessionName.of(caller);
        TemporaryCredentials keys =
                flights.assume(
                        caller.user(),
                        new AssumeRole(
                                role.role(),
                                user,
                                lifetime,
                                SessionPolicy.of(ipRanges, role.until()),
                                settings.userTag().map(tag -> Map.of(tag, user)).orElse(Map.of()),
                                settings.sourceIdentity() ? Optional.of(user) : Optional.empty()));
        return role.until().map(keys::usableUntil).orElse(keys);
    }

    /**
     * An application's certificate may be of any age while it is valid: nobody could renew it in
     * time.
     *
     * @throws org.consoleme.shared.ProblemException {@code StepUpRequired} if the token or
     *     certificate is too old
     */
    void requireFreshProof(Caller caller) {
        if (!caller.application()
                && caller.authenticatedAt()
                        .plus(settings.maxProofAge())
                        .isBefore(clock.instant())) {
            throw new Problem.StepUpRequired(
                            caller.proof() == Proof.CERTIFICATE
                                    ? settings.oldCertificate()
                                    : "Your sign-in is too old for this role. Sign in again.")
                    .asException();
        }
    }
}
