package org.consoleme.local.override;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * With the chooser anybody who reaches the server is whoever they like: so only this machine may,
 * by its own name, and through no proxy.
 */
@WebFilter(filterName = "local-only", urlPatterns = "/*", asyncSupported = true)
public class LocalOnly implements Filter {
    private static final Pattern OWN_NAME =
            Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");
    private static final List<String> FORWARDED =
            List.of(
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Real-IP");

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) from;
        String host = request.getHeader("Host");
        boolean direct = FORWARDED.stream().allMatch(name -> request.getHeader(name) == null);
        if (direct && host != null && OWN_NAME.matcher(host).matches()) {
            chain.doFilter(from, to);
            return;
        }
        HttpServletResponse response = (HttpServletResponse) to;
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write(
                        "The local stack answers this machine alone, at 127.0.0.1 or localhost.\n"
                                .getBytes(StandardCharsets.UTF_8));
    }
}
