package org.consoleme.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.consoleme.shared.Single;

/** The headers of a request as they arrived here, without secrets (D-41). */
@Single
public class VisibleHeaders {
    private static final Set<String> ALWAYS_HIDDEN =
            Set.of("cookie", "authorization", "proxy-authorization", "x-xsrftoken");

    private final Set<String> hidden = new TreeSet<>(ALWAYS_HIDDEN);

    @Inject
    public VisibleHeaders(SignInSettings settings) {
        settings.sensitiveHeaders().forEach(name -> hidden.add(name.toLowerCase(Locale.ROOT)));
    }

    Map<String, String> of(HttpServletRequest request) {
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
