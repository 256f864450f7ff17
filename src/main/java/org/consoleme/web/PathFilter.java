package org.consoleme.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.consoleme.web.errors.ErrorAnswer;
import org.consoleme.web.errors.ErrorWriter;

/**
 * Every address has one spelling. weep keeps the slash at the end of its base address, so doubled
 * slashes at the front are taken as one; other odd spellings are refused before anything could read
 * them in two ways.
 */
public class PathFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = http.getRequestURI();
        String single = "/" + path.replaceFirst("^/+", "");
        if (!plain(single)) {
            ErrorWriter.write(
                    http,
                    (HttpServletResponse) response,
                    ErrorAnswer.of(404, "not_found", "There is nothing at this address."));
            return;
        }
        chain.doFilter(path.equals(single) ? http : new Respelled(http, single), response);
    }

    static boolean plain(String path) {
        if (path.indexOf(';') >= 0 || path.indexOf('\\') >= 0) {
            return false;
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (decoded.contains("//")
                || decoded.indexOf('\\') >= 0
                || decoded.indexOf('\uFFFD') >= 0
                || decoded.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String segment : decoded.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static final class Respelled extends HttpServletRequestWrapper {
        private final String path;

        Respelled(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            int host = url.indexOf("://") + 3;
            int end = url.indexOf("/", host);
            return new StringBuffer(end < 0 ? url : url.substring(0, end)).append(path);
        }

        @Override
        public String getPathInfo() {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
