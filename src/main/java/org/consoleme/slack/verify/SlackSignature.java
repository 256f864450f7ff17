package org.consoleme.slack.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consoleme.shared.Secret;

/**
 * Slack's request signature, version 0: HMAC-SHA256 over the raw bytes.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying
 *     requests from Slack</a>
 */
final class SlackSignature {
    /** How far a request's time may be from ours, either way. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MOST_DIGITS = 11;

    private final SecretKeySpec key;

    SlackSignature(Secret signingSecret) {
        this.key =
                new SecretKeySpec(
                        signingSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Whether the time is a plain number of seconds within the tolerance, past or future. */
    static boolean timely(String timestamp, Instant now) {
        if (timestamp == null
                || timestamp.isEmpty()
                || timestamp.length() > MOST_DIGITS
                || !timestamp.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        long away = Math.abs(now.getEpochSecond() - Long.parseLong(timestamp));
        return away <= TOLERANCE.toSeconds();
    }

    boolean matches(String timestamp, byte[] body, String signature) {
        if (signature == null || timestamp == null) {
            return false;
        }
        return MessageDigest.isEqual(
                of(timestamp, body).getBytes(StandardCharsets.US_ASCII),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    private String of(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
