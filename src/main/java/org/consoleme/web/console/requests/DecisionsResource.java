package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.consoleme.identity.Caller;
import org.consoleme.requests.CancelChange;
import org.consoleme.requests.CancelRequest;
import org.consoleme.requests.ChangeEdit;
import org.consoleme.requests.CommentOnRequest;
import org.consoleme.requests.EditChange;
import org.consoleme.requests.ReopenRequest;
import org.consoleme.requests.RetryRequest;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.requests.ReviewRequest;
import org.consoleme.shared.RequestId;
import org.consoleme.web.console.requests.Wishes.DecisionJson;
import org.consoleme.web.console.requests.Wishes.EditJson;
import org.consoleme.web.console.requests.Wishes.SayingJson;
import org.consoleme.web.errors.Texts;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What can be done with a request. Each answer is the request as it is then. */
@Path("/api/v3/requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DecisionsResource {
    @Inject WebCallers callers;
    @Inject RequestViews views;
    private static final int MOST_CHANGES = 20;

    @Inject ReviewRequest review;
    @Inject EditChange edit;
    @Inject CancelChange cancelChange;
    @Inject CancelRequest cancel;
    @Inject CommentOnRequest comment;
    @Inject ReopenRequest reopen;
    @Inject RetryRequest retry;

    @POST
    @Path("/{id}/decision")
    @Operation(summary = "Approves or rejects what the hash names; 409 once it is something else")
    public RequestDetailJson decide(
            @Context HttpServletRequest http, @PathParam("id") String id, DecisionJson body) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        review.handle(caller, request, command(body));
        return views.of(caller, request);
    }

    static ReviewCommand command(DecisionJson body) {
        String verdict = Wishes.required(Wishes.required(body, "body").verdict(), "verdict");
        String hash = Wishes.required(body.hash(), "hash");
        return switch (verdict) {
            case "approve" ->
                    new ReviewCommand.Approve(
                            hash, named(body.changes().orElse(List.of())), body.reason());
            case "reject" -> new ReviewCommand.Reject(hash, body.reason().orElse(""));
            default -> throw Wishes.invalid("verdict", "unknown: " + Texts.bounded(verdict));
        };
    }

    private static Set<String> named(List<String> changes) {
        if (changes.size() > MOST_CHANGES || changes.stream().anyMatch(Objects::isNull)) {
            throw Wishes.invalid("changes", "at most " + MOST_CHANGES + " ids of changes");
        }
        return Set.copyOf(changes);
    }

    @PUT
    @Path("/{id}/changes/{change}")
    @Operation(summary = "Gives a change another length or text; approvals so far are void")
    public RequestDetailJson edit(
            @Context HttpServletRequest http,
            @PathParam("id") String id,
            @PathParam("change") String change,
            EditJson body) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        edit.handle(caller, request, change, content(body));
        return views.of(caller, request);
    }

    private static ChangeEdit content(EditJson body) {
        if (Wishes.required(body, "body").minutes().isPresent() == body.document().isPresent()) {
            throw Wishes.invalid("body", "either minutes or a document is wanted");
        }
        return body.minutes().isPresent()
                ? new ChangeEdit.Length(Wishes.length(body.minutes().get()))
                : new ChangeEdit.Document(Wishes.document(body.document()));
    }

    @POST
    @Path("/{id}/changes/{change}/cancel")
    @Operation(summary = "Strikes one change out")
    public RequestDetailJson cancelChange(
            @Context HttpServletRequest http,
            @PathParam("id") String id,
            @PathParam("change") String change) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        cancelChange.handle(caller, request, change);
        return views.of(caller, request);
    }

    @POST
    @Path("/{id}/withdraw")
    @Operation(summary = "Takes the whole request back")
    public RequestDetailJson withdraw(
            @Context HttpServletRequest http, @PathParam("id") String id) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        cancel.handle(caller, request);
        return views.of(caller, request);
    }

    @POST
    @Path("/{id}/reopen")
    @Operation(summary = "Lets a closed request wait for a decision again")
    public RequestDetailJson reopen(@Context HttpServletRequest http, @PathParam("id") String id) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        reopen.handle(caller, request);
        return views.of(caller, request);
    }

    @POST
    @Path("/{id}/retry")
    @Operation(summary = "Has failed changes carried out again, as they were approved")
    public RequestDetailJson retry(@Context HttpServletRequest http, @PathParam("id") String id) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        retry.handle(caller, request);
        return views.of(caller, request);
    }

    @POST
    @Path("/{id}/comments")
    @Operation(summary = "Says something about it")
    public RequestDetailJson comment(
            @Context HttpServletRequest http, @PathParam("id") String id, SayingJson body) {
        Caller caller = callers.require(http);
        RequestId request = new RequestId(id);
        comment.handle(
                caller, request, Wishes.required(Wishes.required(body, "body").text(), "text"));
        return views.of(caller, request);
    }
}
