package org.consoleme.web.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.consoleme.identity.Token;
import org.consoleme.shared.Single;

/** {@code /auth}: ConsoleMe's pages ask it first; it begins a sign-in where one is needed. */
@Single
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    private final WebCallers callers;
    private final Clock clock;

    @Inject
    public AuthResource(WebCallers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    public Response get(
            @QueryParam("redirect_url") String redirect, @Context HttpServletRequest request) {
        if (callers.find(request).isPresent()) {
            return Response.ok(
                            new Session(
                                    callers.session(request)
                                            .map(Token::expiresAt)
                                            .map(Instant::getEpochSecond)
                                            .orElse(0L),
                                    clock.instant().getEpochSecond()))
                    .build();
        }
        Optional<URI> start = callers.start(request, localPath(redirect));
        if (start.isEmpty()) {
            callers.require(request);
        }
        URI there = start.orElseThrow();
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                ? Response.status(403)
                        .entity(
                                Map.of(
                                        "type",
                                        "redirect",
                                        "redirect_url",
                                        there.toString(),
                                        "reason",
                                        "unauthenticated",
                                        "message",
                                        "Sign in first."))
                        .build()
                : Response.status(Response.Status.FOUND).location(there).build();
    }

    /** Only a path of ours is gone back to, never another host (D-15). */
    static String localPath(String redirect) {
        if (redirect == null
                || !redirect.startsWith("/")
                || redirect.startsWith("//")
                || redirect.startsWith("/\\")
                || redirect.chars().anyMatch(c -> c < ' ')) {
            return "/";
        }
        return redirect;
    }

    /**
     * @param expiration epoch seconds; 0 where no cookie of ours says who it is
     * @param now epoch seconds
     */
    record Session(
            @JsonProperty("authCookieExpiration") long expiration,
            @JsonProperty("currentServerTime") long now) {}
}
