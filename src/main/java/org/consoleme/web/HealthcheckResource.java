package org.consoleme.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.consoleme.shared.Single;

/** ConsoleMe's own: the server answers, nothing more. */
@Single
@Path("/healthcheck")
public class HealthcheckResource {
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String get() {
        return "OK";
    }
}
