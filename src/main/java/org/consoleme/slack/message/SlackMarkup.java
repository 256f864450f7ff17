package org.consoleme.slack.message;

/**
 * What somebody typed in Slack, as Slack hands it over, made plain text: entities are characters
 * again, mentions and links what one reads. Nothing is looked up.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message
 *     text</a>
 */
public final class SlackMarkup {
    private SlackMarkup() {}

    public static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('<', from);
            int close = open < 0 ? -1 : text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            out.append(text, from, open).append(read(text.substring(open + 1, close)));
            from = close + 1;
        }
        return unescaped(out.append(text, from, text.length()).toString());
    }

    private static String read(String inner) {
        int bar = inner.indexOf('|');
        String what = bar < 0 ? inner : inner.substring(0, bar);
        String label = bar < 0 ? "" : inner.substring(bar + 1);
        if (what.startsWith("@")) {
            return "@" + bare(label.isEmpty() ? what : label);
        }
        if (what.startsWith("#")) {
            return "#" + bare(label.isEmpty() ? what : label);
        }
        if (what.startsWith("!")) {
            return label.isEmpty() ? "@" + what.substring(1) : label;
        }
        return link(what, label);
    }

    private static String bare(String name) {
        return name.startsWith("@") || name.startsWith("#") ? name.substring(1) : name;
    }

    /** A label does not hide where its link leads. */
    private static String link(String url, String label) {
        String shown = url.startsWith("mailto:") ? url.substring("mailto:".length()) : url;
        return label.isEmpty() || shown.equals(label) || shown.endsWith("://" + label)
                ? shown
                : label + " (" + shown + ")";
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
