package org.consoleme.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that cannot be guessed: 192 random bits, safe in a URL. */
public final class OpaqueId {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;
    private static final int LENGTH = 32;

    private OpaqueId() {}

    public static String make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether a text that came from outside could be one of ours: asked before any store is. */
    public static boolean looksLikeOne(String text) {
        return text != null
                && text.length() == LENGTH
                && text.chars()
                        .allMatch(
                                c ->
                                        (c < 128 && Character.isLetterOrDigit(c))
                                                || c == '-'
                                                || c == '_');
    }
}
