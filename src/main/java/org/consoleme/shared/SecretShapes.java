package org.consoleme.shared;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes text that looks like a secret, so that it is refused before anything is stored, logged
 * or shown: AWS access key ids, private keys, JSON Web Tokens, {@code password=…}. Patterns are
 * linear in the text's length.
 */
public final class SecretShapes {
    private static final List<Pattern> SHAPES =
            List.of(
                    Pattern.compile("(?<![A-Za-z0-9])(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b"),
                    Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY( BLOCK)?-----"),
                    Pattern.compile(
                            "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}+\\.eyJ[A-Za-z0-9_-]{5}"),
                    Pattern.compile("(?<![A-Za-z0-9])(xox[a-z]|xapp)-[A-Za-z0-9-]{10}"),
                    Pattern.compile(
                            "(?i)(?<![A-Za-z0-9])(password|passwd|secret|token|secret_?access_?key|session_?token)"
                                    + "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?[^\\s\"']{6}"));

    private SecretShapes() {}

    public static boolean found(String text) {
        return SHAPES.stream().anyMatch(shape -> shape.matcher(text).find());
    }
}
