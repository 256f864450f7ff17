package org.consoleme.web.weep;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.consoleme.identity.StartChallenge;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.WebSettings;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.errors.ErrorWriter;

/**
 * {@code GET /noauth/v1/challenge_generator/USER}: two addresses, one for the browser and one to
 * poll. weep shows no error text of this route but opens whatever {@code challenge_url} says, so a
 * refusal leads to a page that explains.
 */
@Single
@Path("/noauth/v1/challenge_generator/{user: .*}")
@Produces(MediaType.APPLICATION_JSON)
public class ChallengeGeneratorResource {
    private final StartChallenge start;
    private final ClientAddress addresses;
    private final WebSettings web;

    @Inject
    public ChallengeGeneratorResource(
            StartChallenge start, ClientAddress addresses, WebSettings web) {
        this.start = start;
        this.addresses = addresses;
        this.web = web;
    }

    @GET
    public Addresses get(@PathParam("user") String user, @Context HttpServletRequest request) {
        String base =
                web.url()
                        .orElseThrow(
                                () ->
                                        new Problem.Forbidden(
                                                        "Sign-in from a terminal needs this"
                                                                + " server's address (url).")
                                                .asException());
        try {
            if (request.getQueryString() != null) {
                throw new Problem.Invalid("user", "a sign-in name has no question mark")
                        .asException();
            }
            StartChallenge.Started started = start.handle(user, Optional.of(addresses.of(request)));
            return new Addresses(
                    base + "/challenge_validator/" + started.token(),
                    base + "/noauth/v1/challenge_poller/" + started.secret());
        } catch (ProblemException e) {
            ErrorAnswer answer = ErrorWriter.draw(request, e.problem());
            throw new AnswerException(
                    answer.with(
                            "challenge_url",
                            base
                                    + ChallengeRefusedPage.PATH
                                    + ChallengeRefusedPage.Why.of(e.problem()).word()));
        }
    }

    record Addresses(
            @JsonProperty("challenge_url") String challengeUrl,
            @JsonProperty("polling_url") String pollingUrl) {}
}
