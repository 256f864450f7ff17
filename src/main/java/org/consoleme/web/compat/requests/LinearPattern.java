package org.consoleme.web.compat.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody types to find rows: ConsoleMe takes a regular expression, which can keep a server
 * busy for hours (D-28). Here {@code ^} at the front, {@code $} at the end, {@code .*} and {@code
 * .} mean what they mean there, a backslash takes the next character as it is, and everything else
 * stands for itself. Case does not matter. A match takes at most (length of the pattern) × (length
 * of the text) steps.
 */
final class LinearPattern {
    /** Characters; more is no search. */
    static final int MOST = 256;

    private static final int ANY = -1;

    private final boolean atFront;
    private final boolean atEnd;
    private final List<int[]> pieces = new ArrayList<>();

    private LinearPattern(String pattern) {
        int[] codes = pattern.toLowerCase(Locale.ROOT).codePoints().toArray();
        int from = codes.length > 0 && codes[0] == '^' ? 1 : 0;
        boolean dollar =
                codes.length > from
                        && codes[codes.length - 1] == '$'
                        && (codes.length < 2 || codes[codes.length - 2] != '\\');
        atFront = from == 1;
        atEnd = dollar;
        split(codes, from, dollar ? codes.length - 1 : codes.length);
    }

    /**
     * @param pattern at most {@link #MOST} characters
     */
    static LinearPattern of(String pattern) {
        return new LinearPattern(pattern);
    }

    /** The most steps that {@link #find} takes with a text of that length. */
    long cost(int characters) {
        long length = 1;
        for (int[] piece : pieces) {
            length += piece.length;
        }
        return length * characters;
    }

    /** Whether it is found anywhere in the text, or where it says. */
    boolean find(String text) {
        int[] codes = text.toLowerCase(Locale.ROOT).codePoints().toArray();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int[] piece = pieces.get(i);
            boolean last = i == pieces.size() - 1;
            if (atFront && i == 0) {
                if (!matches(piece, codes, 0) || (last && atEnd && piece.length != codes.length)) {
                    return false;
                }
                at = piece.length;
            } else if (last && atEnd) {
                int end = codes.length - piece.length;
                return end >= at && matches(piece, codes, end);
            } else {
                at = indexOf(piece, codes, at);
                if (at < 0) {
                    return false;
                }
                at += piece.length;
            }
        }
        return true;
    }

    private void split(int[] codes, int from, int to) {
        List<Integer> piece = new ArrayList<>();
        for (int i = from; i < to; i++) {
            boolean next = i + 1 < to;
            if (codes[i] == '\\' && next) {
                piece.add(codes[++i]);
            } else if (codes[i] == '.' && next && codes[i + 1] == '*') {
                i++;
                pieces.add(array(piece));
                piece.clear();
            } else {
                piece.add(codes[i] == '.' ? ANY : codes[i]);
            }
        }
        pieces.add(array(piece));
    }

    private static int[] array(List<Integer> codes) {
        return codes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int indexOf(int[] piece, int[] text, int from) {
        for (int at = from; at + piece.length <= text.length; at++) {
            if (matches(piece, text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(int[] piece, int[] text, int at) {
        if (at + piece.length > text.length) {
            return false;
        }
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] != ANY && piece[i] != text[at + i]) {
                return false;
            }
        }
        return true;
    }
}
