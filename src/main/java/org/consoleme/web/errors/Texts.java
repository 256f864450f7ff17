package org.consoleme.web.errors;

/** What of somebody's own text may stand in an error that they get back. */
public final class Texts {
    private static final int MAX = 256;

    private Texts() {}

    /** Cut to a readable length, without control characters. */
    public static String bounded(String text) {
        String cut = text.length() > MAX ? text.substring(0, MAX) + "…" : text;
        StringBuilder plain = new StringBuilder(cut.length());
        cut.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** weep takes the texts of {@code errors} as a format string. */
    static String withoutPercent(String text) {
        return text.replace("%", "");
    }
}
