package org.consoleme.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-in tokens for sessions that the stand-in AWS knows, as AWS's federation end point gives
 * them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html">custom
 *     identity broker</a>
 */
final class FederationSessions {
    /** AWS: a sign-in token is good for 15 minutes. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private static final Duration USUAL_SESSION = Duration.ofHours(1);
    private static final int MIN_SECONDS = 900;
    private static final int MAX_SECONDS = 43_200;
    private static final int MAX_TOKENS = 1000;
    private static final int TOKEN_BYTES = 48;

    private final URI aws;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ConsoleSession> sessions = new LinkedHashMap<>();

    FederationSessions(URI aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    /** Who would be in the console, until when, if they sign in before the token ends. */
    record ConsoleSession(String account, String role, Instant until, Instant tokenEnds) {}

    /** The session was not one that AWS would take; the message says why. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }

    /**
     * @param sessionJson {@code {"sessionId", "sessionKey", "sessionToken"}}
     * @param seconds the console session's length, 900 to 43,200, or empty
     */
    String tokenFor(String sessionJson, String seconds) throws RefusedException {
        Duration length = length(seconds);
        CallerIdentity caller = caller(credentials(sessionJson));
        String[] parts = caller.arn().split("[:/]", -1);
        if (parts.length < 7 || !parts[5].equals("assumed-role")) {
            throw new RefusedException("the session's keys belong to no role's session");
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        remember(
                token,
                new ConsoleSession(
                        caller.account(), parts[6], now.plus(length), now.plus(TOKEN_LIFE)));
        return token;
    }

    synchronized Optional<ConsoleSession> signIn(String token) {
        return Optional.ofNullable(sessions.get(token))
                .filter(session -> session.tokenEnds().isAfter(clock.instant()));
    }

    private synchronized void remember(String token, ConsoleSession session) {
        sessions.values().removeIf(old -> !old.tokenEnds().isAfter(clock.instant()));
        if (sessions.size() >= MAX_TOKENS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        sessions.put(token, session);
    }

    private CallerIdentity caller(HubCredentials keys) throws RefusedException {
        return CallerIdentity.of(keys, aws)
                .orElseThrow(() -> new RefusedException("AWS does not know the session's keys"));
    }

    private static HubCredentials credentials(String sessionJson) throws RefusedException {
        JsonNode session;
        try {
            session = new ObjectMapper().readTree(sessionJson);
        } catch (JsonProcessingException e) {
            throw new RefusedException("Session is not JSON");
        }
        String id = text(session, "sessionId");
        if (!id.matches("ASIA[A-Z0-9]{12,28}")) {
            throw new RefusedException("sessionId is not the id of temporary keys");
        }
        return new HubCredentials(id, text(session, "sessionKey"), text(session, "sessionToken"));
    }

    private static String text(JsonNode session, String field) throws RefusedException {
        JsonNode value = session == null ? null : session.get(field);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw new RefusedException("Session has no text " + field);
        }
        return value.textValue();
    }

    private static Duration length(String seconds) throws RefusedException {
        if (seconds.isEmpty()) {
            return USUAL_SESSION;
        }
        if (!seconds.matches("[0-9]{3,5}")
                || Integer.parseInt(seconds) < MIN_SECONDS
                || Integer.parseInt(seconds) > MAX_SECONDS) {
            throw new RefusedException("SessionDuration must be from 900 to 43200 seconds");
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
