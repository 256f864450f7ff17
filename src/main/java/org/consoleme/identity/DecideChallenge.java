package org.consoleme.identity;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Outcome;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UseCase;

/** The person whose name a terminal gave says yes, or "not me". Every try leaves an audit row. */
@UseCase
public class DecideChallenge {
    private final Challenges challenges;
    private final SignIns signIns;
    private final AuditTrail audit;
    private final IdentitySettings settings;
    private final Clock clock;

    @Inject
    public DecideChallenge(
            Challenges challenges,
            SignIns signIns,
            AuditTrail audit,
            IdentitySettings settings,
            Clock clock) {
        this.challenges = challenges;
        this.signIns = signIns;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param nonce as {@link VisitChallenge} gave it
     * @throws org.consoleme.shared.ProblemException {@code NotFound}; {@code Forbidden} for anybody
     *     else's challenge, without a web session, with a wrong nonce, or for an approval from
     *     another address than the terminal's where that must not be; {@code Conflict} when it was
     *     decided or has expired; {@code Invalid} when nobody looked at it first
     */
    public Challenge.State handle(Caller caller, String token, String nonce, boolean approve) {
        StartChallenge.requireEnabled(settings);
        Challenge found =
                challenges
                        .find(token)
                        .orElseThrow(() -> new Problem.NotFound("challenge", "").asException());
        try {
            return decide(caller, found, nonce, approve);
        } catch (ProblemException e) {
            record(caller, found, Outcome.DENIED, Optional.of(e.problem().sentence()));
            throw e;
        }
    }

    private Challenge.State decide(Caller caller, Challenge found, String nonce, boolean approve) {
        check(caller, found, nonce);
        if (approve && !SameAddress.holds(settings, found, caller.origin().address())) {
            throw elsewhere(found).asException();
        }
        Challenge.State state = approve ? Challenge.State.APPROVED : Challenge.State.DENIED;
        Set<GroupName> groups = approve ? caller.groups() : Set.of();
        if (approve) {
            requireYoungGroups(caller);
            signIns.remember(caller.user(), groups, caller.authenticatedAt());
            record(caller, found, Outcome.DONE, Optional.empty());
        }
        Challenge decided =
                new Challenge(
                        found.token(),
                        found.user(),
                        found.address(),
                        found.createdAt(),
                        found.expiresAt(),
                        state,
                        found.nonce(),
                        true,
                        groups);
        if (!challenges.replace(found, decided)) {
            throw new Problem.Conflict("It was decided elsewhere a moment ago.").asException();
        }
        if (!approve) {
            record(caller, found, Outcome.DENIED, Optional.of("not me"));
        }
        return state;
    }

    /** For whoever may not approve; says nothing that the page has not said. */
    public static Problem.Forbidden elsewhere(Challenge challenge) {
        return new Problem.Forbidden(
                "This sign-in was started at another address ("
                        + challenge.address().orElse("unknown")
                        + ") than this browser's. If the terminal is yours, open the page where it"
                        + " runs.");
    }

    /** Approving makes no group younger than the sign-in that brought it. */
    private void requireYoungGroups(Caller caller) {
        if (!caller.authenticatedAt().plus(settings.groupsMaxAge()).isAfter(clock.instant())) {
            throw new Problem.StepUpRequired(
                            "Sign in to the web console again: you signed in too long ago to let a"
                                    + " terminal in.")
                    .asException();
        }
    }

    private void check(Caller caller, Challenge found, String nonce) {
        if (caller.proof() != Proof.WEB_SESSION) {
            throw new Problem.Forbidden("Decide in the browser, signed in.").asException();
        }
        if (!found.user().equals(caller.user())) {
            throw new Problem.Forbidden(
                            "This sign-in was asked for another person. Only they can decide.")
                    .asException();
        }
        if (!clock.instant().isBefore(found.expiresAt())) {
            throw new Problem.Conflict("This sign-in has expired. Start it again in the terminal.")
                    .asException();
        }
        if (found.state() != Challenge.State.PENDING) {
            throw new Problem.Conflict("This sign-in was decided already.").asException();
        }
        String wanted =
                found.nonce()
                        .orElseThrow(
                                () ->
                                        new Problem.Invalid("nonce", "open the page first")
                                                .asException());
        if (!MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8))) {
            throw new Problem.Forbidden("The page is out of date. Reload it.").asException();
        }
    }

    private void record(
            Caller caller, Challenge challenge, Outcome outcome, Optional<String> reason) {
        audit.append(
                new AuditEvent.ChallengeDecided(
                        caller.origin(),
                        clock.instant(),
                        challenge.user().value(),
                        outcome,
                        reason));
    }
}
