package org.consoleme.web.compat.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consoleme.identity.Caller;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OpenRequest;
import org.consoleme.requests.OpenedRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestedChange;
import org.consoleme.shared.Single;
import org.consoleme.web.Json;
import org.consoleme.web.signin.WebCallers;

/**
 * {@code POST /api/v2/request}: makes a request, or says what it would be. One that is approved at
 * once is answered when it is applied, with the results of all its changes (B10).
 */
@Single
@Path("/api/v2/request")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private final WebCallers callers;
    private final OpenRequest open;
    private final OutcomeWatch outcomes;

    @Inject
    public RequestResource(WebCallers callers, OpenRequest open, OutcomeWatch outcomes) {
        this.callers = callers;
        this.open = open;
        this.outcomes = outcomes;
    }

    /**
     * ConsoleMe's {@code RequestCreationResponse}.
     *
     * @param url of the page; null where nothing was stored, as is the id
     * @param results of changes that were applied at once
     */
    record Created(
            int errors,
            @JsonProperty("request_created") boolean created,
            @JsonProperty("request_id") Optional<String> id,
            @JsonProperty("request_url") Optional<String> url,
            @JsonProperty("action_results") Optional<List<ActionResultsJson.Result>> results,
            @JsonProperty("extended_request") ExtendedRequestJson extended) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void create(
            @Context HttpServletRequest http, InputStream body, @Suspended AsyncResponse response) {
        Caller caller = callers.require(http);
        RequestDraft draft = CreationBody.read(Json.read(body));
        OpenedRequest opened = RequestProblems.told(() -> open.handle(caller, draft));
        if (!opened.stored()) {
            response.resume(planned(opened.request()));
            return;
        }
        Set<String> decided =
                opened.request().changes().stream()
                        .filter(change -> !change.state().open())
                        .map(RequestedChange::id)
                        .collect(Collectors.toUnmodifiableSet());
        Answer<Created> answer = Answer.to(response);
        outcomes.watch(opened.request(), decided, answer.from(after -> created(after, decided)));
    }

    private static Created planned(ChangeRequest request) {
        return new Created(
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ExtendedRequestJson.of(request));
    }

    private static Created created(ChangeRequest request, Set<String> decided) {
        ActionResultsJson results =
                decided.isEmpty()
                        ? ActionResultsJson.of(List.of())
                        : Decided.results(request, decided);
        return new Created(
                results.errors(),
                true,
                Optional.of(request.id().value()),
                Optional.of("/policies/request/" + request.id()),
                Optional.of(results.results()),
                ExtendedRequestJson.of(request));
    }
}
