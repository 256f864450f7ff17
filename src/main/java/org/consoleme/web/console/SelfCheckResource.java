package org.consoleme.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.operations.RunSelfCheck;
import org.consoleme.operations.SelfCheck;
import org.consoleme.web.signin.WebCallers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the self-check sees, for administrators. */
@Path("/api/v3/self-check")
@Produces(MediaType.APPLICATION_JSON)
public class SelfCheckResource {
    @Inject WebCallers callers;
    @Inject RunSelfCheck selfCheck;

    /** One report. */
    public record ReportJson(Instant checkedAt, List<CheckJson> checks) {}

    /** One finding. */
    public record CheckJson(
            String name,
            @Schema(enumeration = {"UP", "DEGRADED", "DOWN", "OFF"}) String state,
            String detail,
            Optional<String> todo) {}

    @GET
    @Operation(summary = "Checks what this server needs, for administrators")
    public ReportJson look(@Context HttpServletRequest request) {
        SelfCheck.Report report = selfCheck.handle(callers.require(request));
        return new ReportJson(
                report.asOf(),
                report.lines().stream()
                        .map(
                                line ->
                                        new CheckJson(
                                                line.name(),
                                                line.finding().state().name(),
                                                line.finding().detail(),
                                                line.finding().todo()))
                        .toList());
    }
}
