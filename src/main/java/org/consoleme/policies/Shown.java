package org.consoleme.policies;

/** User text inside sentences: short, and nothing invisible in it. */
final class Shown {
    private static final int MAX = 120;

    private Shown() {}

    /** Cut to 120 characters, never through a surrogate pair. */
    static String clipped(String text) {
        if (text.length() <= MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX;
        return text.substring(0, end) + "…";
    }

    static String quoted(String text) {
        return "\"" + clipped(text) + "\"";
    }

    /** "1 action", "3 actions". */
    static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    /**
     * False if a reader could be shown something else than what is there: control characters, marks
     * that turn the direction of writing, half a surrogate pair, unassigned and private ones.
     *
     * @see <a href="https://www.unicode.org/reports/tr36/">Unicode security considerations</a>
     */
    static boolean isVisible(String text) {
        return text.codePoints()
                .noneMatch(
                        c ->
                                switch (Character.getType(c)) {
                                    case Character.CONTROL,
                                            Character.FORMAT,
                                            Character.SURROGATE,
                                            Character.PRIVATE_USE,
                                            Character.UNASSIGNED,
                                            Character.LINE_SEPARATOR,
                                            Character.PARAGRAPH_SEPARATOR ->
                                            true;
                                    default -> false;
                                });
    }
}
