package org.consoleme.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * ConsoleMe's own clients may ask whether anything has changed: each GET that succeeds has an ETag,
 * the SHA-1 of its body, and {@code If-None-Match} is answered 304 (K-05). Routes that hand out a
 * secret have none. A tagged route answers on the thread that was asked: the body is looked at when
 * that one is done.
 */
public class EntityTags implements Filter {
    private static final List<String> TAGGED = List.of("/api/v1/", "/api/v2/", "/myheaders");

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) from;
        HttpServletResponse response = (HttpServletResponse) to;
        if (!"GET".equals(request.getMethod())
                || TAGGED.stream().noneMatch(request.getRequestURI()::startsWith)) {
            chain.doFilter(from, to);
            return;
        }
        HeldResponse held = new HeldResponse(response);
        chain.doFilter(request, held);
        if (held.leftToContainer()) {
            return;
        }
        byte[] body = held.body();
        if (held.getStatus() == HttpServletResponse.SC_OK) {
            String tag = tagOf(body);
            response.setHeader("ETag", tag);
            if (matches(request.getHeader("If-None-Match"), tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** As RFC 9110 13.1.2 compares: weak and strong tags are equal. */
    static boolean matches(String condition, String tag) {
        return condition != null
                && Arrays.stream(condition.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    static String tagOf(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(body);
            return '"' + HexFormat.of().formatHex(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
