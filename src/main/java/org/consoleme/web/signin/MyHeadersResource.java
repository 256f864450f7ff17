package org.consoleme.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.consoleme.shared.Single;

/** The headers as they arrived here, for whoever sets up a proxy. */
@Single
@Path("/api/v1/myheaders")
@Produces(MediaType.APPLICATION_JSON)
public class MyHeadersResource {
    private final VisibleHeaders headers;

    @Inject
    public MyHeadersResource(VisibleHeaders headers) {
        this.headers = headers;
    }

    @GET
    public Map<String, String> get(@Context HttpServletRequest request) {
        return headers.of(request);
    }
}
