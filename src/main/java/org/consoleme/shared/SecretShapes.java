package org.consoleme.shared;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes text that looks like a secret, so that it is refused before anything is stored, logged
 * or shown: AWS access key ids, private keys, JSON Web Tokens, {@code password=…}. Patterns are
 * linear in the text's length.
 */
public final class SecretShapes {
    private static final int MOST_CHARACTERS = 20_000;
    private static final List<Pattern> SHAPES =
            List.of(
                    Pattern.compile("\\b(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b"),
                    Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"),
                    Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{5}"),
                    Pattern.compile("\\bxox[a-z]-[A-Za-z0-9-]{10}"),
                    Pattern.compile(
                            "(?i)\\b(password|passwd|secret|token|secret_access_key|session_token)\\s?[=:]\\s?[^\\s]{6}"));

    private SecretShapes() {}

    public static boolean found(String text) {
        String bounded =
                text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return SHAPES.stream().anyMatch(shape -> shape.matcher(bounded).find());
    }
}
