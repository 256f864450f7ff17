package org.consoleme.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * Gives each request an id of ours, which the answer's header, its error body, the log and the
 * audit row share.
 */
public class RequestIdFilter implements Filter {
    static final String HEADER = "X-Request-Id";
    private static final String ID = "org.consoleme.web.requestId";
    private static final String RESPONSE = "org.consoleme.web.response";

    /** The id; made on the spot where no filter ran. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ID) instanceof String id) {
            return id;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ID, id);
        return id;
    }

    /** False where the container refused a request before any of our code saw it. */
    public static boolean ran(HttpServletRequest request) {
        return request.getAttribute(RESPONSE) != null;
    }

    /** Adds a cookie to the answer of this request, whoever writes the rest of it. */
    public static void addCookie(HttpServletRequest request, String line) {
        if (request.getAttribute(RESPONSE) instanceof HttpServletResponse response) {
            response.addHeader("Set-Cookie", line);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String id = of(http);
        http.setAttribute(RESPONSE, response);
        ((HttpServletResponse) response).setHeader(HEADER, id);
        MDC.put("requestId", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("requestId");
        }
    }
}
