package org.consoleme.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a browser may do with our answers (D-33). Pictures may also come from Slack, for the link
 * page.
 */
public class SecurityHeadersFilter implements Filter {
    static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
                    + " https://avatars.slack-edge.com; connect-src 'self'; base-uri 'self';"
                    + " form-action 'self'; object-src 'none'; frame-ancestors 'none'";

    @Inject WebSettings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Content-Security-Policy", POLICY);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("X-Frame-Options", "DENY");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!((HttpServletRequest) request).getRequestURI().startsWith("/assets/")) {
            http.setHeader("Cache-Control", "no-store");
        }
        if (settings.https()) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
