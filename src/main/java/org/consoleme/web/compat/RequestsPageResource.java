package org.consoleme.web.compat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import org.consoleme.web.signin.WebCallers;

/** {@code GET /api/v2/requests_page_config}: how ConsoleMe's console draws its requests. */
@Single
@Path("/api/v2/requests_page_config")
@Produces(MediaType.APPLICATION_JSON)
public class RequestsPageResource {
    /** Takes the place of the whole page, as ConsoleMe has it. */
    private static final String OVERRIDE = "RequestsTableConfigHandler.configuration";

    private final WebCallers callers;
    private final Configuration configuration;

    @Inject
    public RequestsPageResource(WebCallers callers, Configuration configuration) {
        this.callers = callers;
        this.configuration = configuration;
    }

    @GET
    public Object page(@Context HttpServletRequest request) {
        callers.require(request);
        Map<String, Object> own = configuration.map(OVERRIDE);
        return own.isEmpty() ? PageConfig.REQUESTS : own;
    }
}
