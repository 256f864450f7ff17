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
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.consoleme.identity.IssuedToken;
import org.consoleme.identity.PollChallenge;
import org.consoleme.shared.Single;
import org.consoleme.web.ClientAddress;
import org.consoleme.web.WebSettings;

/**
 * {@code GET /noauth/v1/challenge_poller/SECRET}. weep goes on asking until it reads {@code
 * success}, or an answer that is not JSON: so a denial is a plain sentence.
 */
@Single
@Path("/noauth/v1/challenge_poller/{secret: .*}")
@Produces(MediaType.APPLICATION_JSON)
public class ChallengePollerResource {
    /** Go's number for {@code SameSite=Lax}. */
    private static final int LAX = 2;

    private final PollChallenge poll;
    private final ClientAddress addresses;
    private final WebSettings web;

    @Inject
    public ChallengePollerResource(PollChallenge poll, ClientAddress addresses, WebSettings web) {
        this.poll = poll;
        this.addresses = addresses;
        this.web = web;
    }

    @GET
    public Response get(@PathParam("secret") String secret, @Context HttpServletRequest request) {
        return switch (poll.handle(secret, Optional.of(addresses.of(request)))) {
            case PollChallenge.Answer.Unknown _ -> status("unknown");
            case PollChallenge.Answer.Pending _ -> status("pending");
            case PollChallenge.Answer.Expired _ -> status("expired");
            case PollChallenge.Answer.Denied _ ->
                    Response.status(Response.Status.FORBIDDEN)
                            .type(MediaType.TEXT_PLAIN)
                            .entity("The sign-in was denied in the browser.\n")
                            .build();
            case PollChallenge.Answer.Success it -> Response.ok(success(it.issued())).build();
        };
    }

    private static Response status(String word) {
        return Response.ok(Map.of("status", word)).build();
    }

    private Success success(IssuedToken issued) {
        return new Success(
                "success",
                CliSettings.COOKIE,
                issued.token().expiresAt().getEpochSecond(),
                issued.encoded(),
                issued.token().user().value(),
                web.https(),
                true,
                LAX);
    }

    /**
     * @param expiration epoch seconds
     * @param secure only where our address is https: over http weep would never send it
     */
    record Success(
            String status,
            @JsonProperty("cookie_name") String cookieName,
            long expiration,
            @JsonProperty("encoded_jwt") String token,
            String user,
            boolean secure,
            @JsonProperty("http_only") boolean httpOnly,
            @JsonProperty("same_site") int sameSite) {
        @Override
        public String toString() {
            return "Success[user=" + user + "]";
        }
    }
}
