package org.consoleme.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.RoleQuery;
import org.consoleme.access.Surface;
import org.consoleme.access.WeepWords;
import org.consoleme.accounts.Accounts;
import org.consoleme.credentials.ConsoleRequest;
import org.consoleme.credentials.ConsoleSession;
import org.consoleme.credentials.OpenConsole;
import org.consoleme.credentials.TakeRoleOffer;
import org.consoleme.credentials.TemporaryCredentials;
import org.consoleme.credentials.VendCredentials;
import org.consoleme.credentials.VendRequest;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Keys and console sessions for the console's pages. Answers are never kept by a cache. */
@Path("/api/v3")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionsResource {
    @Inject WebCallers callers;
    @Inject VendCredentials vend;
    @Inject OpenConsole open;
    @Inject TakeRoleOffer take;
    @Inject ListEligibleRoles list;
    @Inject Accounts accounts;

    /** Asks for keys to one role, by its ARN. */
    public record KeysRequest(
            @Schema(required = true) String role,
            Optional<Integer> durationSeconds,
            Optional<Boolean> noIpRestrictions) {}

    /** Keys, on their way out. */
    public record KeysJson(
            String role,
            String accessKeyId,
            String secretAccessKey,
            String sessionToken,
            Instant expiresAt) {}

    /** Asks for a console session. */
    public record ConsoleWish(
            @Schema(required = true) String query,
            Optional<String> region,
            Optional<String> redirect) {}

    /** A sign-in link. */
    public record ConsoleSessionJson(String role, String url, Instant expiresAt) {}

    @POST
    @Path("/credentials")
    @Operation(summary = "Keys to one role")
    @APIResponseSchema(value = KeysJson.class, responseCode = "200")
    public Response keys(@Context HttpServletRequest request, KeysRequest body) {
        TemporaryCredentials keys =
                vend.handle(
                        callers.require(request),
                        new VendRequest(
                                RoleQuery.of(required(body).role(), Surface.CLI),
                                body.durationSeconds().map(Duration::ofSeconds),
                                body.noIpRestrictions().orElse(false),
                                List.of()));
        return unkept(
                new KeysJson(
                        keys.role().toString(),
                        keys.accessKeyId(),
                        keys.secretAccessKey().reveal(),
                        keys.sessionToken().reveal(),
                        keys.expiresAt()));
    }

    @POST
    @Path("/console-sessions")
    @Operation(summary = "A link that signs in to the AWS console as one role")
    @APIResponseSchema(value = ConsoleSessionJson.class, responseCode = "200")
    public Response console(@Context HttpServletRequest request, ConsoleWish body) {
        ConsoleSession session =
                open.handle(
                        callers.require(request),
                        new ConsoleRequest(
                                RoleQuery.of(required(body).query(), Surface.CONSOLE),
                                body.region(),
                                body.redirect()));
        return unkept(
                new ConsoleSessionJson(
                        session.role().toString(), session.url().toString(), session.expiresAt()));
    }

    /**
     * Opens a link from a message: which role it leads to, once, for the person it was made for.
     */
    @POST
    @Path("/hand-offs/{id}")
    @Operation(summary = "The role behind a link from a message; works once")
    @APIResponseSchema(value = RoleJson.class, responseCode = "200")
    public Response handOff(@Context HttpServletRequest request, @PathParam("id") String id) {
        Caller caller = callers.require(request);
        EligibleRole role = take.handle(caller, id);
        WeepWords words = WeepWords.among(list.handle(caller, Surface.CLI).roles());
        return unkept(RoleJson.of(role, accounts.current(), words));
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new Problem.Invalid("body", "send a JSON object").asException();
        }
        return body;
    }

    private static Response unkept(Object answer) {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(answer).cacheControl(never).build();
    }
}
