package org.consoleme.requests;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import org.consoleme.shared.UserId;

/**
 * Whether two sign-in names look like one person's. Wider than {@link UserId}'s equality, because
 * it only ever forbids: whoever could be the one who asked does not decide. Looked past are case,
 * what follows a plus sign in an address ({@code ann+aws@}), compatibility forms and dots of
 * Unicode, invisible characters, and the two spellings of a domain with other letters than ASCII.
 */
public final class SamePerson {
    private SamePerson() {}

    public static boolean same(UserId one, UserId other) {
        return key(one).equals(key(other));
    }

    /** Equal for all spellings of one person; to be compared, not to be shown. */
    public static String key(UserId user) {
        String plain = folded(user.value());
        int at = plain.lastIndexOf('@');
        if (at <= 0) {
            return plain;
        }
        String local = plain.substring(0, at);
        int plus = local.indexOf('+');
        return (plus > 0 ? local.substring(0, plus) : local) + '@' + ascii(plain.substring(at + 1));
    }

    private static String folded(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(SamePerson::isVisible)
                .map(c -> isDot(c) ? '.' : c)
                .forEach(kept::appendCodePoint);
        // Upper case first: it unites letters, such as both sigmas, that have one capital.
        String lower = kept.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower.replace("i\u0307", "i"), Normalizer.Form.NFKC).strip();
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.FORMAT && type != Character.CONTROL;
    }

    /** The ideographic full stop counts as a dot in domains; the others are dots by their looks. */
    private static boolean isDot(int c) {
        return c == '\u3002' || c == '\uFF61' || c == '\uFF0E' || c == '\u2024';
    }

    private static String ascii(String domain) {
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        try {
            return IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noDomain) {
            return bare;
        }
    }
}
