package org.consoleme.slack.verify;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Secret;
import org.consoleme.slack.SlackTenant;

/**
 * Stands in front of Bolt: lets through only what Slack signed, now, for this app in this
 * workspace, and only in a shape that Slack sends. Works on raw bytes, before anything is parsed.
 * No I/O beyond reading the body.
 *
 * <p>Bolt's own verification is off: it would do the same again on re-encoded text, with public
 * constants for a missing secret, and without a bound for the future.
 */
public final class SlackVerifier implements Filter {
    /** Far above any payload of Slack's. */
    static final int LARGEST_BODY = 1 << 20;

    /**
     * Slack sends a body at once. Looked at after each block that the server hands over; the server
     * itself waits up to 30 s for one ({@code readTimeout} in http.xml).
     */
    private static final Duration LONGEST_READING = Duration.ofSeconds(10);

    private static final int CHUNK = 8192;

    private final SlackSignature signature;
    private final SlackTenant tenant;
    private final Refusals refusals;
    private final Clock clock;

    public SlackVerifier(Secret signingSecret, SlackTenant tenant, Refusals refusals, Clock clock) {
        this.signature = new SlackSignature(signingSecret);
        this.tenant = tenant;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest from, ServletResponse to, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) from;
        HttpServletResponse response = (HttpServletResponse) to;
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "POST");
            answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] body = body(request, response);
        if (body == null) {
            return;
        }
        String timestamp = request.getHeader("X-Slack-Request-Timestamp");
        if (!SlackSignature.timely(timestamp, clock.instant())) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Untimely", request);
        } else if (!signature.matches(timestamp, body, request.getHeader("X-Slack-Signature"))) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Unsigned", request);
        } else {
            signed(request, response, body, chain);
        }
    }

    private void signed(
            HttpServletRequest request,
            HttpServletResponse response,
            byte[] body,
            FilterChain chain)
            throws IOException, ServletException {
        SlackEnvelope envelope;
        try {
            envelope = SlackEnvelope.read(request.getContentType(), body);
        } catch (ProblemException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "Malformed", request);
            return;
        }
        if (!envelope.isFor(tenant)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "WrongTenant", request);
            return;
        }
        chain.doFilter(new CachedBodyRequest(request, body), response);
    }

    private byte[] body(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TooLarge", request);
            return null;
        }
        byte[] body;
        try {
            body = readInTime(request.getInputStream());
        } catch (IOException e) {
            // else the server would read on, for as long as something comes
            response.setHeader("Connection", "close");
            refuse(response, HttpServletResponse.SC_REQUEST_TIMEOUT, "Incomplete", request);
            response.flushBuffer();
            return null;
        }
        if (body.length > LARGEST_BODY) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TooLarge", request);
            return null;
        }
        return body;
    }

    /** At most one byte more than is allowed. */
    private static byte[] readInTime(InputStream in) throws IOException {
        long end = System.nanoTime() + LONGEST_READING.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        while (read >= 0 && body.size() <= LARGEST_BODY) {
            read = in.read(chunk, 0, Math.min(CHUNK, LARGEST_BODY + 1 - body.size()));
            body.write(chunk, 0, Math.max(0, read));
            if (read >= 0 && System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the body takes too long");
            }
        }
        return body.toByteArray();
    }

    private void refuse(
            HttpServletResponse response, int status, String cause, HttpServletRequest request)
            throws IOException {
        refusals.refused(cause, request.getRemoteAddr());
        answer(response, status);
    }

    private static void answer(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((status + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
