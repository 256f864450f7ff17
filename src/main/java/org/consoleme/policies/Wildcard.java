package org.consoleme.policies;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A pattern of {@code *} (any characters) and {@code ?} (one character) over ASCII names, case
 * aside. It goes back to its last star only, so that a match takes at most (length of the pattern)
 * × (length of the name) steps whatever the pattern.
 */
final class Wildcard {
    private final byte[] pattern;

    Wildcard(String pattern) {
        this.pattern = pattern.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean matches(String name) {
        byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
        return matches(text, 0, text.length);
    }

    /** Matches {@code text} from {@code start} (inclusive) to {@code end} (exclusive). */
    boolean matches(byte[] text, int start, int end) {
        int at = 0;
        int in = start;
        int star = -1;
        int retry = start;
        while (in < end) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                retry = in;
            } else if (at < pattern.length
                    && (pattern[at] == '?' || pattern[at] == lower(text[in]))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at == pattern.length;
    }

    static byte lower(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
    }
}
