package org.consoleme.slack.message;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Text that people wrote, made fit for Slack. It only ever goes into plain_text objects and
 * rich_text nodes, which Slack does not interpret; what remains to do is to show invisible
 * characters and to keep the limits.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message
 *     text</a>
 */
public final class SlackText {
    private static final int MOST_COMBINING = 8;
    private static final int JOINER = 0x200D;
    private static final int COLOURFUL = 0xFE0F;

    /** Letters, marks and symbols that nobody sees; beside them are the variation selectors. */
    private static final String LOOK_LIKE_NOTHING =
            "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private SlackText() {}

    /**
     * Invisible characters and direction changes shown as escapes, heaps of accents thinned, cut at
     * {@code most} characters.
     */
    public static String shown(String text, int most) {
        return cut(visible(text), most);
    }

    /** Whether {@link #shown} leaves the end in its place. */
    public static boolean fits(String text, int most) {
        return visible(text).length() <= most;
    }

    /**
     * For the {@code text} fallback, where Slack does look for markup: the three active characters
     * escaped besides.
     *
     * @see <a href="https://docs.slack.dev/messaging/formatting-message-text#escaping">Escaping</a>
     */
    public static String escaped(String text, int most) {
        return cut(visible(text), most)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int combining = 0;
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            combining = isCombining(c) ? combining + 1 : 0;
            if (combining > MOST_COMBINING) {
                continue;
            }
            if (c == '\n' || c == '\t' || !isInvisible(c) || isPartOfEmoji(c, before, text, i)) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u{")
                        .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                        .append('}');
            }
            before = c;
        }
        return out.toString();
    }

    private static boolean isCombining(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** A joiner between two pictures, or the selector that makes a picture colourful. */
    private static boolean isPartOfEmoji(int c, int before, String text, int next) {
        boolean afterPicture =
                Character.isExtendedPictographic(before)
                        || Character.isEmojiModifier(before)
                        || before == COLOURFUL;
        return switch (c) {
            case JOINER ->
                    afterPicture
                            && next < text.length()
                            && Character.isExtendedPictographic(text.codePointAt(next));
            case COLOURFUL -> Character.isEmoji(before);
            default -> false;
        };
    }

    private static boolean isInvisible(int c) {
        if (LOOK_LIKE_NOTHING.indexOf(c) >= 0
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Cuts between graphemes and says so by an ellipsis. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        int end = graphemes.preceding(most);
        return text.substring(0, Math.max(0, end)) + "…";
    }
}
