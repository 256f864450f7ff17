package org.consoleme.web.weep;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.DecideChallenge;
import org.consoleme.identity.VisitChallenge;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code /api/v3/challenges/TOKEN}: the approval for our own page, which may be reloaded. */
@Single
@Path("/api/v3/challenges/{token}")
@Produces(MediaType.APPLICATION_JSON)
public class ChallengesResource {
    private final WebCallers callers;
    private final VisitChallenge visit;
    private final DecideChallenge decide;

    @Inject
    public ChallengesResource(WebCallers callers, VisitChallenge visit, DecideChallenge decide) {
        this.callers = callers;
        this.visit = visit;
        this.decide = decide;
    }

    @GET
    @Operation(summary = "What a terminal asks for")
    public ChallengeJson get(
            @PathParam("token") String token, @Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        return ChallengeJson.of(visit.handle(caller, token), caller);
    }

    @POST
    @Operation(summary = "Lets the terminal in, or turns it away")
    @Path("decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public DecidedJson decide(
            @PathParam("token") String token,
            ChallengeDecision decision,
            @Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        if (decision == null || decision.nonce() == null || decision.approve() == null) {
            throw new Problem.Invalid("nonce", "nonce and approve are both needed").asException();
        }
        return new DecidedJson(
                word(decide.handle(caller, token, decision.nonce(), decision.approve())));
    }

    private static String word(Challenge.State state) {
        return switch (state) {
            case PENDING -> "pending";
            case APPROVED, DONE -> "approved";
            case DENIED -> "denied";
        };
    }

    /**
     * @param state {@code pending}, {@code approved}, {@code denied} or {@code expired}
     * @param nonce for whoever may answer; else empty
     * @param elsewhere why they can only answer "not me": the terminal is at another address than
     *     this browser, where that matters; else null
     */
    record ChallengeJson(
            String user,
            String address,
            Instant createdAt,
            Instant expiresAt,
            @Schema(enumeration = {"pending", "approved", "denied", "expired"}) String state,
            String nonce,
            String signedInAs,
            boolean mayApprove,
            Optional<String> elsewhere) {
        static ChallengeJson of(VisitChallenge.Visit seen, Caller caller) {
            Challenge challenge = seen.challenge();
            boolean expired = seen.expired() && challenge.state() == Challenge.State.PENDING;
            return new ChallengeJson(
                    challenge.user().value(),
                    challenge.address().orElse(""),
                    challenge.createdAt(),
                    challenge.expiresAt(),
                    expired ? "expired" : word(challenge.state()),
                    seen.mayDecide() ? challenge.nonce().orElse("") : "",
                    caller.user().value(),
                    seen.mayDecide() && seen.sameAddress(),
                    seen.mayDecide() && !seen.sameAddress()
                            ? Optional.of(DecideChallenge.elsewhere(challenge).reason())
                            : Optional.empty());
        }
    }

    record ChallengeDecision(
            @Schema(required = true) String nonce, @Schema(required = true) Boolean approve) {}

    record DecidedJson(@Schema(enumeration = {"pending", "approved", "denied"}) String state) {}
}
