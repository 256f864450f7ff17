package org.consoleme.web.console;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Serves the built console: its files, and its one page for every other address that a browser may
 * ask for. The page holds no data, so nobody has to be signed in for it.
 */
public class ConsolePages implements Filter {
    /** What belongs to programs: answered by resources, never by the page. */
    private static final List<String> NOT_PAGES =
            List.of(
                    "/api",
                    "/noauth",
                    "/auth",
                    "/healthcheck",
                    "/slack",
                    "/saml",
                    "/myheaders",
                    "/metrics");

    private static final Pattern FILE =
            Pattern.compile("/(assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=UTF-8",
                    "js", "text/javascript;charset=UTF-8",
                    "css", "text/css;charset=UTF-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "ico", "image/x-icon",
                    "json", "application/json",
                    "woff2", "font/woff2",
                    "txt", "text/plain;charset=UTF-8");

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) from;
        HttpServletResponse response = (HttpServletResponse) to;
        String path = request.getRequestURI();
        boolean reading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (!reading || isForPrograms(path)) {
            chain.doFilter(from, to);
            return;
        }
        ServletContext files = request.getServletContext();
        if (!FILE.matcher(path).matches() || !send(files, path, request, response)) {
            if (path.startsWith("/assets/")) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            } else if (!send(files, "/index.html", request, response)) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("//")
                || NOT_PAGES.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    }

    private static boolean send(
            ServletContext files,
            String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return false;
        }
        try (InputStream file = files.getResourceAsStream(path)) {
            if (file == null) {
                return false;
            }
            response.setContentType(type);
            // Names under assets carry a hash of their content.
            response.setHeader(
                    "Cache-Control",
                    path.startsWith("/assets/")
                            ? "public, max-age=31536000, immutable"
                            : "no-cache");
            if ("GET".equals(request.getMethod())) {
                file.transferTo(response.getOutputStream());
            }
            return true;
        }
    }
}
