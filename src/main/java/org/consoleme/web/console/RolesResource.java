package org.consoleme.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.CurrentIndex;
import org.consoleme.access.EligibleRole;
import org.consoleme.access.ListEligibleRoles;
import org.consoleme.access.RoleList;
import org.consoleme.access.SearchRoles;
import org.consoleme.access.Surface;
import org.consoleme.access.WeepWords;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.shared.Problem;
import org.consoleme.web.QueryValues;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The roles of the one who asks. */
@Path("/api/v3/roles")
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {
    private static final int MOST = 200;
    private static final int LIMIT = 20;

    @Inject WebCallers callers;
    @Inject ListEligibleRoles list;
    @Inject SearchRoles search;
    @Inject CurrentIndex index;
    @Inject Accounts accounts;

    /**
     * Roles with the age of what they rest on.
     *
     * @param asOf null if one of their accounts was never read
     */
    public record RolesJson(Optional<Instant> asOf, List<RoleJson> roles) {}

    @GET
    @Operation(summary = "The roles that are open to the one who asks")
    public RolesJson all(@Context HttpServletRequest request) {
        RoleList roles = list.handle(callers.require(request), Surface.CLI);
        return new RolesJson(roles.asOf(), drawn(roles.roles(), WeepWords.among(roles.roles())));
    }

    @GET
    @Path("/search")
    @Operation(summary = "The best matches among them, best first")
    public RolesJson search(
            @Context HttpServletRequest request,
            @QueryParam("q") @DefaultValue("") String words,
            @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "20")
                    @QueryParam("limit")
                    String limit) {
        int most = QueryValues.number("limit", limit, LIMIT);
        if (most < 1 || most > MOST) {
            throw new Problem.Invalid("limit", "1 to " + MOST).asException();
        }
        Caller caller = callers.require(request);
        List<EligibleRole> found = search.handle(caller, words, most, Surface.CLI);
        return new RolesJson(
                index.asOf(found.stream().map(r -> r.role().account()).distinct().toList()),
                drawn(found, WeepWords.among(list.handle(caller, Surface.CLI).roles())));
    }

    /** Reads the shared stores again, now. */
    @POST
    @Path("/refresh")
    @Operation(summary = "Reads the shared stores again, now")
    @APIResponse(
            responseCode = "202",
            description = "read; the next answer of this node has what is stored")
    public Response refresh(@Context HttpServletRequest request) {
        callers.require(request);
        index.refresh();
        return Response.accepted().build();
    }

    private List<RoleJson> drawn(List<EligibleRole> roles, WeepWords words) {
        return roles.stream().map(role -> RoleJson.of(role, accounts.current(), words)).toList();
    }
}
