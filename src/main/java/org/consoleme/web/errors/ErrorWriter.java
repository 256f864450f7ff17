package org.consoleme.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consoleme.shared.Problem;
import org.consoleme.web.Json;
import org.consoleme.web.RequestIdFilter;

/** The one place where an error becomes a body, by the address that was asked. */
public final class ErrorWriter {
    private static final String REQUESTED_ROLE = "org.consoleme.web.requestedRole";
    private static final String[] TITLES = {
        "400 Bad Request",
        "401 Unauthorized",
        "403 Forbidden",
        "404 Not Found",
        "405 Method Not Allowed",
        "406 Not Acceptable",
        "409 Conflict",
        "413 Content Too Large",
        "415 Unsupported Media Type",
        "429 Too Many Requests",
        "500 Internal Server Error",
        "502 Bad Gateway",
        "503 Service Unavailable"
    };

    private ErrorWriter() {}

    /** What the asker named, for the envelope's {@code requested_role}. */
    public static void rememberRequestedRole(HttpServletRequest request, String role) {
        request.setAttribute(REQUESTED_ROLE, role);
    }

    public static boolean problemJson(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api/v3") || path.startsWith("/api/v3/");
    }

    public static ErrorAnswer draw(HttpServletRequest request, Problem problem) {
        return problemJson(request)
                ? ProblemJsonDrawing.draw(problem)
                : EnvelopeDrawing.draw(problem);
    }

    static String mediaType(HttpServletRequest request) {
        return problemJson(request) ? "application/problem+json" : "application/json";
    }

    static Map<String, Object> body(HttpServletRequest request, ErrorAnswer answer) {
        return problemJson(request) ? problem(request, answer) : envelope(request, answer);
    }

    /** Whole seconds, rounded up, at least 1. */
    static long seconds(Duration retryAfter) {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }

    /** For filters: answers at once. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        write(request, response, draw(request, problem));
    }

    /** For filters: answers at once. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, ErrorAnswer answer)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(mediaType(request));
        answer.retryAfter()
                .ifPresent(
                        after -> response.setHeader("Retry-After", Long.toString(seconds(after))));
        byte[] body = Json.bytes(body(request, answer));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> envelope(HttpServletRequest request, ErrorAnswer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("status_code", answer.status());
        body.put("reason", answer.reason());
        body.put("code", answer.code());
        body.put("message", answer.message());
        body.put("errors", List.of(Texts.withoutPercent(answer.message())));
        body.put(
                "requested_role",
                request.getAttribute(REQUESTED_ROLE) instanceof String role
                        ? Texts.bounded(role)
                        : "");
        body.put("exception", answer.exception());
        body.put("request_id", RequestIdFilter.of(request));
        body.put("data", null);
        body.putAll(answer.more());
        return body;
    }

    private static Map<String, Object> problem(HttpServletRequest request, ErrorAnswer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title(answer.status()));
        body.put("status", answer.status());
        body.put("detail", answer.message());
        body.put("code", answer.code());
        body.put("requestId", RequestIdFilter.of(request));
        answer.retryAfter().ifPresent(after -> body.put("retryAfter", seconds(after)));
        body.putAll(answer.more());
        return body;
    }

    private static String title(int status) {
        String prefix = status + " ";
        for (String title : TITLES) {
            if (title.startsWith(prefix)) {
                return title.substring(prefix.length());
            }
        }
        return "Error";
    }
}
