package org.consoleme.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.stream.Collectors;
import org.consoleme.shared.Single;

/** The headers as a browser's request arrived here, drawn as ConsoleMe draws them. */
@Single
@Path("/myheaders")
public class MyHeadersPage {
    private final VisibleHeaders headers;

    @Inject
    public MyHeadersPage(VisibleHeaders headers) {
        this.headers = headers;
    }

    @GET
    @Produces("text/html; charset=UTF-8")
    public String get(@Context HttpServletRequest request) {
        return headers.of(request).entrySet().stream()
                .map(
                        header ->
                                "<p><strong>"
                                        + escaped(header.getKey())
                                        + "</strong>: "
                                        + escaped(header.getValue())
                                        + "</p>")
                .collect(Collectors.joining("\n"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
