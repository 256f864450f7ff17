package org.consoleme.web.console.requests;

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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.access.EndedGrant;
import org.consoleme.access.Grant;
import org.consoleme.access.ListGrants;
import org.consoleme.access.ReturnGrant;
import org.consoleme.access.RevokeGrant;
import org.consoleme.accounts.Accounts;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ExtendGrant;
import org.consoleme.requests.OpenedRequest;
import org.consoleme.shared.GrantId;
import org.consoleme.web.console.RoleJson.ReasonJson;
import org.consoleme.web.console.requests.Wishes.ExtensionJson;
import org.consoleme.web.console.requests.Wishes.RevocationJson;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Grants: roles that somebody has for a time. */
@Path("/api/v3/grants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrantsResource {
    @Inject WebCallers callers;
    @Inject ListGrants list;
    @Inject ReturnGrant giveBack;
    @Inject RevokeGrant revoke;
    @Inject ExtendGrant extend;
    @Inject RequestViews views;
    @Inject Accounts accounts;
    @Inject Clock clock;

    /**
     * @param live the ones that end first first
     * @param past the ones that ended last first
     */
    public record GrantsJson(List<GrantJson> live, List<GrantJson> past) {}

    /**
     * @param keysUntil keys issued under it work until then at the latest
     * @param others by what else its person may use the role: new keys are issued all the same
     * @param othersKnown false if the person's groups are not known now: then there may be more
     */
    public record GrantEndJson(
            GrantJson grant, Instant keysUntil, List<ReasonJson> others, boolean othersKnown) {}

    @GET
    @Operation(summary = "The grants of the one who asks")
    public GrantsJson mine(@Context HttpServletRequest http) {
        Caller caller = callers.require(http);
        ListGrants.Mine mine = list.handle(caller);
        return new GrantsJson(
                mine.live().stream().map(live -> drawn(caller, live.grant())).toList(),
                mine.past().stream().map(past -> drawn(caller, past)).toList());
    }

    @POST
    @Path("/{id}/return")
    @Operation(summary = "Gives one's own back before its time")
    public GrantEndJson giveBack(@Context HttpServletRequest http, @PathParam("id") String id) {
        Caller caller = callers.require(http);
        return drawn(caller, giveBack.handle(caller, new GrantId(id)));
    }

    @POST
    @Path("/{id}/revoke")
    @Operation(summary = "Takes somebody's away before its time")
    public GrantEndJson revoke(
            @Context HttpServletRequest http, @PathParam("id") String id, RevocationJson body) {
        Caller caller = callers.require(http);
        Optional<String> reason = body == null ? Optional.empty() : body.reason();
        return drawn(caller, revoke.handle(caller, new GrantId(id), reason.orElse("")));
    }

    @POST
    @Path("/{id}/extension")
    @Operation(summary = "Asks for the role again, for a time from the new decision on")
    @APIResponseSchema(value = RequestDetailJson.class, responseCode = "201")
    public Response extend(
            @Context HttpServletRequest http, @PathParam("id") String id, ExtensionJson body) {
        Caller caller = callers.require(http);
        OpenedRequest opened =
                extend.handle(
                        caller,
                        new GrantId(id),
                        Wishes.length(Wishes.required(body, "body").minutes()),
                        body.justification().orElse(""),
                        body.onceKey().map(Drafts::onceKey));
        return Response.created(RequestsResource.address(opened.request().id()))
                .entity(views.of(caller, opened.request().id()))
                .build();
    }

    private GrantEndJson drawn(Caller caller, EndedGrant ended) {
        return new GrantEndJson(
                drawn(caller, ended.grant()),
                ended.keysUntil(),
                ended.others().reasons().stream().map(ReasonJson::of).toList(),
                ended.others().known());
    }

    private GrantJson drawn(Caller caller, Grant grant) {
        return GrantJson.of(grant, caller, clock.instant(), accounts.current());
    }
}
