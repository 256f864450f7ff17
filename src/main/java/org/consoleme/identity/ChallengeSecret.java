package org.consoleme.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * Two names of one challenge: the terminal polls with a secret, the browser sees a token that is
 * the secret's hash. Who sees the address bar, or our store, cannot poll (D-25). The token looks
 * like the random UUID that ConsoleMe stores.
 */
public final class ChallengeSecret {
    /** 256 bits: nobody guesses it. */
    private static final int BYTES = 32;

    private static final int MAX_LENGTH = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ChallengeSecret() {}

    public static String create() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The browser's token; for text of any kind and length. */
    public static String tokenOf(String secret) {
        String bounded = secret.length() > MAX_LENGTH ? "" : secret;
        byte[] hash = sha256("consoleme challenge " + bounded);
        return UUID.nameUUIDFromBytes(hash).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
