package org.consoleme.identity;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UseCase;

/** A signed-in person looks at a challenge, to decide on it. */
@UseCase
public class VisitChallenge {
    private final Challenges challenges;
    private final IdentitySettings settings;
    private final Clock clock;

    @Inject
    public VisitChallenge(Challenges challenges, IdentitySettings settings, Clock clock) {
        this.challenges = challenges;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @return the challenge; its nonce is the asker's alone
     * @throws org.consoleme.shared.ProblemException {@code NotFound} where there is none, {@code
     *     Conflict} when two looked at the same moment
     */
    public Visit handle(Caller caller, String token) {
        StartChallenge.requireEnabled(settings);
        Challenge found =
                challenges
                        .find(token)
                        .orElseThrow(() -> new Problem.NotFound("challenge", "").asException());
        boolean own = found.user().equals(caller.user());
        boolean expired = !clock.instant().isBefore(found.expiresAt());
        boolean open = own && !expired && found.state() == Challenge.State.PENDING;
        if (!open || found.visited()) {
            return new Visit(
                    own ? found : withoutNonce(found), expired, open, false, near(found, caller));
        }
        Challenge visited =
                new Challenge(
                        found.token(),
                        found.user(),
                        found.address(),
                        found.createdAt(),
                        found.expiresAt(),
                        found.state(),
                        Optional.of(UUID.randomUUID().toString()),
                        true,
                        found.groups());
        if (!challenges.replace(found, visited)) {
            throw new Problem.Conflict("This page was opened twice. Reload it.").asException();
        }
        return new Visit(visited, false, true, true, near(found, caller));
    }

    private boolean near(Challenge challenge, Caller caller) {
        return SameAddress.holds(settings, challenge, caller.origin().address());
    }

    private static Challenge withoutNonce(Challenge challenge) {
        return new Challenge(
                challenge.token(),
                challenge.user(),
                challenge.address(),
                challenge.createdAt(),
                challenge.expiresAt(),
                challenge.state(),
                Optional.empty(),
                challenge.visited(),
                challenge.groups());
    }

    /**
     * @param mayDecide it is the caller's own, open, and in time
     * @param first nobody had looked before
     * @param sameAddress the terminal is where the browser is, as far as that matters here; else
     *     the caller may only say "not me"
     */
    public record Visit(
            Challenge challenge,
            boolean expired,
            boolean mayDecide,
            boolean first,
            boolean sameAddress) {}
}
