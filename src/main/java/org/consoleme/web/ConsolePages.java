package org.consoleme.web;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consoleme.shared.Single;

/**
 * The web console's files; every other address that a browser may show answers with its shell,
 * which draws the page. What no resource took below the doors of programs is not found.
 */
@Single
@Path("/{path: .*}")
public class ConsolePages {
    private static final Set<String> PROGRAMS =
            Set.of("api", "noauth", "slack", "auth", "saml", "errors", "health", "metrics");

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=UTF-8",
                    "js", "text/javascript; charset=UTF-8",
                    "css", "text/css; charset=UTF-8",
                    "json", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "ico", "image/x-icon",
                    "woff2", "font/woff2",
                    "txt", "text/plain; charset=UTF-8");

    /** Files under here carry a hash of their content in their name. */
    private static final String HASHED = "assets/";

    @GET
    public Response get(@PathParam("path") String path, @Context ServletContext files)
            throws IOException {
        int slash = path.indexOf('/');
        String door = slash < 0 ? path : path.substring(0, slash);
        if (PROGRAMS.contains(door) || door.toUpperCase(Locale.ROOT).endsWith("-INF")) {
            throw new NotFoundException();
        }
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return file(files, "index.html", "text/html; charset=UTF-8");
        }
        return file(files, path, type);
    }

    private static Response file(ServletContext files, String path, String type)
            throws IOException {
        try (InputStream in = files.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new NotFoundException();
            }
            Response.ResponseBuilder response = Response.ok(in.readAllBytes(), type);
            if (path.startsWith(HASHED)) {
                response.header("Cache-Control", "public, max-age=31536000, immutable");
            }
            return response.build();
        }
    }
}
