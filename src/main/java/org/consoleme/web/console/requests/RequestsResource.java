package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.requests.OpenRequest;
import org.consoleme.requests.OpenedRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.web.QueryValues;
import org.consoleme.web.console.requests.Wishes.NewRequestJson;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Requests: the list of them, one of them, a new one. */
@Path("/api/v3/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RequestsResource {
    private static final int LIMIT = 50;

    @Inject WebCallers callers;
    @Inject RequestSearch search;
    @Inject RequestViews views;
    @Inject OpenRequest open;
    @Inject Drafts drafts;

    /**
     * A page of requests, by the time of asking.
     *
     * @param next where the next page begins; null after the last. A page shorter than asked for
     *     may still have a next one
     */
    public record RequestsJson(List<RequestRowJson> requests, Optional<String> next) {}

    @GET
    @Operation(
            summary =
                    "Requests by the time of asking: -requestedAt the newest first, requestedAt the"
                            + " oldest; text is looked for in what a line shows")
    public RequestsJson all(
            @Context HttpServletRequest http,
            @QueryParam("state") @DefaultValue("") String state,
            @Schema(type = SchemaType.BOOLEAN, defaultValue = "false") @QueryParam("mine")
                    String mine,
            @QueryParam("requester") @DefaultValue("") String requester,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("sort") @DefaultValue(RequestSearch.NEWEST_FIRST) String sort,
            @QueryParam("from") @DefaultValue("") String from,
            @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "50")
                    @QueryParam("limit")
                    String limit) {
        Caller caller = callers.require(http);
        return search.page(
                state,
                QueryValues.flag("mine", mine) ? caller.user().value() : requester,
                text,
                sort,
                from,
                QueryValues.number("limit", limit, LIMIT));
    }

    @POST
    @Operation(
            summary =
                    "Asks for changes of one role; a dry run looks at everything and keeps nothing")
    @APIResponse(
            responseCode = "200",
            description = "a dry run: nothing is kept",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestDetailJson.class)))
    @APIResponse(
            responseCode = "201",
            description = "it was made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestDetailJson.class)))
    public Response open(@Context HttpServletRequest http, NewRequestJson body) {
        Caller caller = callers.require(http);
        OpenedRequest opened = open.handle(caller, drafts.of(caller, body));
        return answer(caller, opened);
    }

    private Response answer(Caller caller, OpenedRequest opened) {
        if (!opened.stored()) {
            return Response.ok(views.planned(opened)).build();
        }
        return Response.created(address(opened.request().id()))
                .entity(views.of(caller, opened.request().id()))
                .build();
    }

    static URI address(RequestId id) {
        return URI.create("/api/v3/requests/" + id);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One request, with what it makes different and what one may do")
    public RequestDetailJson look(@Context HttpServletRequest http, @PathParam("id") String id) {
        return views.of(callers.require(http), new RequestId(id));
    }
}
