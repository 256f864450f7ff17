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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.errors.ErrorWriter;

/**
 * A page elsewhere cannot make a browser change anything here: what changes state must repeat a
 * cookie's value in a header, as ConsoleMe's clients do. Terminals send no such header; their
 * routes take only {@code application/json}, which a foreign form cannot send.
 */
public class XsrfFilter implements Filter {
    static final String HEADER = "X-Xsrftoken";

    /** Tells the console's pages which cookie to repeat: {@code xsrf_cookie_name} may rename it. */
    static final String COOKIE_HEADER = "X-Xsrf-Cookie";

    /** Any cache may keep these, and would hand one person's cookie to everybody. */
    private static final String ASSETS = "/assets/";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<String> EXEMPT =
            List.of(
                    "/api/v1/get_credentials",
                    "/api/v1/get_roles",
                    "/api/v2/get_roles",
                    "/api/v2/login",
                    "/noauth",
                    "/saml",
                    "/slack");
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject WebSettings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = http.getRequestURI();
        if (!settings.xsrf() || isExempt(path)) {
            chain.doFilter(request, response);
            return;
        }
        List<String> cookies = Cookies.values(http, settings.xsrfCookie().name());
        HttpServletResponse answer = (HttpServletResponse) response;
        if (path.startsWith("/api/v3/")) {
            answer.setHeader(COOKIE_HEADER, settings.xsrfCookie().name());
        }
        if (cookies.stream().allMatch(String::isEmpty) && !path.startsWith(ASSETS)) {
            answer.addHeader("Set-Cookie", freshCookie());
        }
        if (SAFE.contains(http.getMethod()) || repeated(cookies, http.getHeader(HEADER))) {
            chain.doFilter(request, response);
            return;
        }
        ErrorWriter.write(
                http,
                answer,
                ErrorAnswer.of(
                        403,
                        "xsrf",
                        "The " + HEADER + " header must repeat the cookie. Reload the page."));
    }

    private static boolean isExempt(String path) {
        return EXEMPT.stream()
                .anyMatch(route -> path.equals(route) || path.startsWith(route + "/"));
    }

    private static boolean repeated(List<String> cookies, String header) {
        return header != null
                && !header.isEmpty()
                && cookies.stream()
                        .anyMatch(
                                cookie ->
                                        MessageDigest.isEqual(
                                                cookie.getBytes(StandardCharsets.UTF_8),
                                                header.getBytes(StandardCharsets.UTF_8)));
    }

    private String freshCookie() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        XsrfCookie cookie = settings.xsrfCookie();
        return Cookies.line(
                cookie.name(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                cookie.life(),
                false,
                cookie.secure(),
                cookie.sameSite());
    }
}
