package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.consoleme.identity.Caller;
import org.consoleme.requests.Inbox;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What waits for the one who asks. */
@Path("/api/v3/inbox")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    /** Each with its difference: more make no page that anybody works through. */
    private static final int MOST = 50;

    @Inject WebCallers callers;
    @Inject Inbox inbox;
    @Inject RequestViews views;

    /**
     * The oldest first.
     *
     * @param count of all that wait, be they in the list or not
     * @param complete false if there is more than is listed, or than was looked at, or can be read
     */
    public record InboxJson(List<RequestDetailJson> requests, int count, boolean complete) {}

    @GET
    @Operation(summary = "The requests that wait for the decision of the one who asks")
    public InboxJson waiting(@Context HttpServletRequest http) {
        Caller caller = callers.require(http);
        Inbox.Waiting waiting = inbox.handle(caller);
        int count = waiting.waiting().size();
        return new InboxJson(
                waiting.waiting().stream()
                        .limit(MOST)
                        .map(request -> views.of(caller, request.id()))
                        .toList(),
                count,
                waiting.complete() && count <= MOST && waiting.unreadable().isEmpty());
    }
}
