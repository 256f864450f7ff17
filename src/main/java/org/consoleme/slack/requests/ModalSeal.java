package org.consoleme.slack.requests;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consoleme.identity.SlackKey;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Single;
import org.consoleme.slack.SlackSettings;

/**
 * Seals what a modal carries from its opening to its submission, for one Slack user. Slack hands it
 * back as {@code private_metadata}; what we did not seal, or sealed for somebody else, is nothing.
 */
@Single
public class ModalSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "consoleme modal 1";

    private final SlackSettings settings;

    @Inject
    public ModalSeal(SlackSettings settings) {
        this.settings = settings;
    }

    /**
     * @param parts without line breaks; together at most 2,000 characters
     */
    String seal(SlackKey owner, List<String> parts) {
        byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(text) + "." + base64.encodeToString(mac(owner, text));
    }

    /** The parts; empty for anything that {@link #seal} did not write for {@code owner}. */
    Optional<List<String>> open(SlackKey owner, String sealed) {
        String[] halves = sealed.split("\\.", -1);
        if (halves.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(halves[0]);
            byte[] mac = Base64.getUrlDecoder().decode(halves[1]);
            return MessageDigest.isEqual(mac, mac(owner, text))
                    ? Optional.of(List.of(new String(text, StandardCharsets.UTF_8).split("\n", -1)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(SlackKey owner, byte[] text) {
        byte[] key = hmac(secret().reveal().getBytes(StandardCharsets.UTF_8), bytes(PURPOSE));
        Mac mac = started(key);
        mac.update(bytes(owner + "\n"));
        return mac.doFinal(text);
    }

    /** All nodes have the same one. */
    private Secret secret() {
        return settings.signingSecret().or(settings::botToken).orElseThrow();
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        return started(key).doFinal(text);
    }

    private static Mac started(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
