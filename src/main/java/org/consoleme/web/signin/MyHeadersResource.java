package org.consoleme.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.shared.Single;

/** The headers as they arrived here, for whoever sets up a proxy; never a secret (D-41). */
@Single
@Path("/api/v1/myheaders")
@Produces(MediaType.APPLICATION_JSON)
public class MyHeadersResource {
    private static final Set<String> ALWAYS_HIDDEN =
            Set.of("cookie", "authorization", "proxy-authorization", "x-xsrftoken");

    private final Set<String> hidden = new TreeSet<>(ALWAYS_HIDDEN);

    @Inject
    public MyHeadersResource(SignInSettings settings) {
        settings.sensitiveHeaders().forEach(name -> hidden.add(name.toLowerCase(Locale.ROOT)));
    }

    @GET
    public Map<String, String> get(@Context HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!secret(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", Collections.list(request.getHeaders(name))));
            }
        }
        return headers;
    }

    private boolean secret(String name) {
        return hidden.contains(name) || name.contains("token") || name.contains("secret");
    }
}
