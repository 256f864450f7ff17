package org.consoleme.access;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which three-byte pieces occur in a set of texts, as a bit field: "no" is sure, "yes" may be
 * wrong.
 */
final class TrigramSignature {
    private static final int BITS = 1 << 14;

    private final long[] bits = new long[BITS / Long.SIZE];

    void add(byte[] text) {
        for (int i = 0; i + 2 < text.length; i++) {
            int bit = bit(text, i);
            bits[bit / Long.SIZE] |= 1L << bit;
        }
    }

    /** Words shorter than three bytes say nothing. */
    boolean mayContainAll(List<String> words) {
        for (String word : words) {
            byte[] text = word.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i + 2 < text.length; i++) {
                int bit = bit(text, i);
                if ((bits[bit / Long.SIZE] & (1L << bit)) == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int bit(byte[] text, int at) {
        int hash = (text[at] * 31 + text[at + 1]) * 31 + text[at + 2];
        hash *= 0x9E3779B1;
        return (hash >>> 18) & (BITS - 1);
    }
}
