package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.LookAtRequest;
import org.consoleme.requests.LookedAtRequest;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.Rights;
import org.consoleme.requests.SeenRequest;
import org.consoleme.requests.UnreadableRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.web.Json;
import org.consoleme.web.signin.WebCallers;

/** {@code /api/v2/requests}: the table of requests, one of them, and what can be done with it. */
@Single
@Path("/api/v2/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestsResource {
    private final WebCallers callers;
    private final RequestTable table;
    private final LookAtRequest look;
    private final Commands commands;

    @Inject
    public RequestsResource(
            WebCallers callers, RequestTable table, LookAtRequest look, Commands commands) {
        this.callers = callers;
        this.table = table;
        this.look = look;
        this.commands = commands;
    }

    /**
     * One request.
     *
     * @param request JSON within JSON, as ConsoleMe's clients expect it
     * @param lastUpdated epoch seconds
     * @param template ConsoleMe's for templates alone
     * @param hash ours: what a decision can name
     */
    record DetailJson(
            String request,
            @JsonProperty("last_updated") long lastUpdated,
            @JsonProperty("request_config") RequestConfigJson rights,
            String template,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> hash) {}

    /** What the one who asks may do. */
    record RequestConfigJson(
            @JsonProperty("can_approve_reject") boolean decide,
            @JsonProperty("can_update_cancel") boolean update,
            @JsonProperty("can_move_back_to_pending") boolean reopen) {
        private static final RequestConfigJson NONE = new RequestConfigJson(false, false, false);

        static RequestConfigJson of(Rights rights) {
            return new RequestConfigJson(
                    rights.approve() || rights.reject(),
                    rights.edit() || rights.withdraw(),
                    rights.reopen());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RequestTable.TableJson list(
            @Context HttpServletRequest http,
            @QueryParam("markdown") String markdown,
            InputStream body) {
        Caller caller = callers.require(http);
        boolean links = markdown != null && !markdown.isEmpty();
        return table.rows(caller, RowFilter.read(Json.read(body)), links);
    }

    /** Reads, and no more (B25). */
    @GET
    @Path("/{id: [a-zA-Z0-9_-]+}")
    public DetailJson get(@Context HttpServletRequest http, @PathParam("id") String id) {
        Caller caller = callers.require(http);
        LookedAtRequest looked = look.handle(caller, new RequestId(id));
        return switch (looked.seen()) {
            case SeenRequest.Ours(ChangeRequest request) ->
                    new DetailJson(
                            Json.text(ExtendedRequestJson.of(request)),
                            request.lastUpdated().getEpochSecond(),
                            looked.rights()
                                    .map(RequestConfigJson::of)
                                    .orElse(RequestConfigJson.NONE),
                            null,
                            looked.hash());
            case SeenRequest.Unreadable _ -> throw UnreadableRequest.problem();
            case SeenRequest.Older(OlderRequest request) -> older(request);
        };
    }

    /** As ConsoleMe wrote it; there is no such view of what it wrote in its first form. */
    private static DetailJson older(OlderRequest request) {
        String extended =
                request.extendedRequest()
                        .orElseThrow(
                                () ->
                                        RequestProblems.impossible(
                                                "The request has ConsoleMe's first form: the list"
                                                        + " shows what is known of it."));
        return new DetailJson(
                extended,
                request.lastUpdated().map(Instant::getEpochSecond).orElse(0L),
                RequestConfigJson.NONE,
                null,
                Optional.empty());
    }

    @PUT
    @Path("/{id: [a-zA-Z0-9_-]+}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(
            @Context HttpServletRequest http,
            @PathParam("id") String id,
            InputStream body,
            @Suspended AsyncResponse response) {
        Caller caller = callers.require(http);
        Command command = Command.read(Json.read(body));
        commands.handle(caller, new RequestId(id), command, Answer.to(response));
    }
}
