package org.consoleme.web.console.requests;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ChangeRequest;
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
     * @param more there are more than are listed, or more pending ones than were looked at
     * @param unreadable pending ones that this release cannot read: they may be for the one who
     *     asks, and nobody can tell
     */
    public record InboxJson(
            List<RequestDetailJson> requests, int count, boolean more, int unreadable) {
        static InboxJson of(
                Inbox.Waiting waiting, Function<ChangeRequest, RequestDetailJson> drawn) {
            int count = waiting.waiting().size();
            return new InboxJson(
                    waiting.waiting().stream().limit(MOST).map(drawn).toList(),
                    count,
                    count > MOST || !waiting.complete(),
                    waiting.unreadable().size());
        }
    }

    @GET
    @Operation(summary = "The requests that wait for the decision of the one who asks")
    public InboxJson waiting(@Context HttpServletRequest http) {
        Caller caller = callers.require(http);
        return InboxJson.of(inbox.handle(caller), request -> views.of(caller, request.id()));
    }
}
