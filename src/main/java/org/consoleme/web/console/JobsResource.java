package org.consoleme.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.accounts.Accounts;
import org.consoleme.operations.JobId;
import org.consoleme.operations.JobRun;
import org.consoleme.operations.ListJobs;
import org.consoleme.operations.StartJob;
import org.consoleme.operations.StopJob;
import org.consoleme.operations.WatchJob;
import org.consoleme.shared.Problem;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Jobs, for administrators: start, watch, stop. */
@Path("/api/v3/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private static final int MOST_PARAMETERS = 10;

    @Inject WebCallers callers;
    @Inject ListJobs list;
    @Inject StartJob start;
    @Inject StopJob stop;
    @Inject WatchJob watch;
    @Inject Accounts accounts;

    /** All jobs. */
    public record JobsJson(List<JobJson> jobs) {}

    /** One job with its latest run, and the one that is under way. */
    public record JobJson(
            String id,
            String description,
            String schedule,
            Optional<Instant> nextRunAt,
            Optional<RunJson> lastRun,
            Optional<RunJson> running) {}

    @GET
    @Operation(summary = "All jobs with their latest runs")
    public JobsJson all(@Context HttpServletRequest request) {
        return new JobsJson(
                list.handle(callers.require(request)).stream().map(JobsResource::drawn).toList());
    }

    /** Query parameters are the job's parameters. */
    @POST
    @Path("/{job}/runs")
    @Operation(summary = "Starts a job; further query parameters are the job's parameters")
    @Parameter(
            name = "accept_drop",
            in = ParameterIn.QUERY,
            description =
                    "publish although people lose access; of the jobs authorization and accounts",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponseSchema(value = RunJson.class, responseCode = "202")
    public Response start(
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            @PathParam("job") String job) {
        JobRun run = start.handle(callers.require(request), new JobId(job), parameters(uri));
        return Response.accepted(RunJson.of(run, accounts.current()))
                .location(URI.create("/api/v3/jobs/runs/" + run.id()))
                .build();
    }

    /** The latest runs of one job or of all, newest first. */
    public record RunsJson(List<RunJson> runs) {}

    @GET
    @Path("/runs")
    @Operation(summary = "The latest runs of one job or of all, newest first")
    public RunsJson latest(
            @Context HttpServletRequest request, @QueryParam("job") @DefaultValue("") String job) {
        Optional<JobId> wanted = job.isEmpty() ? Optional.empty() : Optional.of(new JobId(job));
        return new RunsJson(
                list.handle(callers.require(request)).stream()
                        .filter(overview -> wanted.map(overview.plan().job()::equals).orElse(true))
                        .flatMap(overview -> overview.latest().stream())
                        .sorted(Comparator.comparing(JobRun::startedAt).reversed())
                        .map(RunJson::line)
                        .toList());
    }

    @GET
    @Path("/runs/{id}")
    @Operation(summary = "One run, as it goes")
    public RunJson watch(@Context HttpServletRequest request, @PathParam("id") String id) {
        return RunJson.of(watch.handle(callers.require(request), id), accounts.current());
    }

    @DELETE
    @Path("/runs/{id}")
    @Operation(summary = "Asks a run to stop")
    @APIResponse(responseCode = "202", description = "it will stop")
    public Response stop(@Context HttpServletRequest request, @PathParam("id") String id) {
        stop.handle(callers.require(request), id);
        return Response.accepted().build();
    }

    private static JobJson drawn(ListJobs.Overview overview) {
        Optional<JobRun> running =
                overview.latest().stream().filter(run -> !run.batchStatus().ended()).findFirst();
        Optional<JobRun> last =
                overview.latest().stream().filter(run -> run.batchStatus().ended()).findFirst();
        return new JobJson(
                overview.plan().job().value(),
                overview.plan().description(),
                overview.plan().schedule(),
                overview.plan().nextRunAt(),
                last.map(RunJson::line),
                running.map(RunJson::line));
    }

    private static Map<String, String> parameters(UriInfo uri) {
        Map<String, List<String>> all = uri.getQueryParameters();
        if (all.size() > MOST_PARAMETERS) {
            throw new Problem.Invalid("parameters", "at most " + MOST_PARAMETERS).asException();
        }
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }
}
