package org.consoleme.web.weep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.io.InputStream;
import org.consoleme.identity.Caller;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.DecideChallenge;
import org.consoleme.identity.VisitChallenge;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;
import org.consoleme.web.Json;
import org.consoleme.web.signin.WebCallers;

/**
 * {@code /api/v2/challenge_validator/TOKEN}: the approval as ConsoleMe's own page asks for it. A
 * refusal has a status of its own and one body (D-42).
 */
@Single
@Path("/api/v2/challenge_validator/{token}")
@Produces(MediaType.APPLICATION_JSON)
public class ChallengeValidatorResource {
    private final WebCallers callers;
    private final VisitChallenge visit;
    private final DecideChallenge decide;

    @Inject
    public ChallengeValidatorResource(
            WebCallers callers, VisitChallenge visit, DecideChallenge decide) {
        this.callers = callers;
        this.visit = visit;
        this.decide = decide;
    }

    @GET
    public Question get(@PathParam("token") String token, @Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        VisitChallenge.Visit seen = visit.handle(caller, token);
        Challenge challenge = seen.challenge();
        if (!challenge.user().equals(caller.user())) {
            throw new Problem.Forbidden(
                            "This challenge URL is associated with a different user. Ensure that"
                                    + " your client configuration is specifying the correct user.")
                    .asException();
        }
        if (!seen.sameAddress()) {
            throw DecideChallenge.elsewhere(challenge).asException();
        }
        if (!seen.mayDecide() || !seen.first()) {
            throw new Problem.Conflict(
                            "This challenge was visited, decided or has expired. Start it again in"
                                    + " the terminal.")
                    .asException();
        }
        return new Question(
                "A user at `"
                        + challenge.address().orElse("an unknown address")
                        + "` has requested ConsoleMe credentials for `"
                        + challenge.user()
                        + "`.\n\nYou must approve this request for credentials to be provided. If"
                        + " you did not create it, report it to your security team.",
                challenge.nonce().orElseThrow(),
                true);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Question post(
            @PathParam("token") String token,
            InputStream body,
            @Context HttpServletRequest request) {
        Caller caller = callers.require(request);
        String nonce = Json.read(body).path("nonce").asText();
        decide.handle(caller, token, nonce, true);
        return new Question(
                "You've successfully authenticated to ConsoleMe and may now close this page.",
                null,
                null);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(
            String message,
            String nonce,
            @JsonProperty("show_approve_button") Boolean showApproveButton) {}
}
