package org.consoleme.web.compat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.credentials.ConsoleRequest;
import org.consoleme.credentials.ConsoleSession;
import org.consoleme.credentials.OpenConsole;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.consoleme.web.errors.AnswerException;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.signin.WebCallers;

/**
 * {@code GET /api/v2/role_login/WORDS}: a way into the AWS console, or back to the list when the
 * words mean several roles. What AWS refuses has an error's status (D-42).
 */
@Single
@Path("/api/v2/role_login/{query: .+}")
@Produces(MediaType.APPLICATION_JSON)
public class RoleLoginResource {
    private static final String SEVERAL =
            "You have more than one role matching your query. Please select one.";

    private final WebCallers callers;
    private final OpenConsole open;

    @Inject
    public RoleLoginResource(WebCallers callers, OpenConsole open) {
        this.callers = callers;
        this.open = open;
    }

    /** Where to go next; members that do not apply are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Redirect(
            String type,
            String message,
            @JsonProperty("redirect_url") String redirectUrl,
            String reason,
            String role) {}

    @GET
    public Response get(
            @PathParam("query") String query,
            @QueryParam("r") String region,
            @QueryParam("redirect") String redirect,
            @Context UriInfo uri,
            @Context HttpServletRequest request) {
        try {
            ConsoleSession session =
                    open.handle(
                            callers.require(request),
                            new ConsoleRequest(
                                    RoleQuery.of(query, Surface.CONSOLE),
                                    Optional.ofNullable(region),
                                    Optional.ofNullable(redirect)));
            return unkept(
                    new Redirect(
                            "redirect",
                            null,
                            session.url().toString(),
                            "console_login",
                            session.role().toString()));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Ambiguous) {
                String list = listOf(query, uri);
                return unkept(new Redirect("redirect", SEVERAL, list, "multiple_roles", null));
            }
            if (e.problem() instanceof Problem.NotFound) {
                throw new AnswerException(
                        ErrorAnswer.of(404, "no_matching_roles", "No role of yours matches this.")
                                .with("type", "error"));
            }
            throw e;
        }
    }

    /** The page of one's roles, with the same words and what else was asked. */
    private static String listOf(String query, UriInfo uri) {
        StringBuilder url = new StringBuilder("/?arn=").append(encoded(query));
        for (Map.Entry<String, List<String>> given : uri.getQueryParameters().entrySet()) {
            if (!given.getKey().equals("arn") && !given.getKey().equals("warningMessage")) {
                given.getValue()
                        .forEach(
                                value ->
                                        url.append('&')
                                                .append(encoded(given.getKey()))
                                                .append('=')
                                                .append(encoded(value)));
            }
        }
        byte[] warning = SEVERAL.getBytes(StandardCharsets.UTF_8);
        return url.append("&warningMessage=")
                .append(encoded(Base64.getEncoder().encodeToString(warning)))
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Response unkept(Redirect answer) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(answer).cacheControl(never).build();
    }
}
