package org.consoleme.slacktwin.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consoleme.slacktwin.draw.Span.Style;

/**
 * Reads Slack's mrkdwn: bold, italic, strike, code, quotes, bare links and everything in angle
 * brackets.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">formatting</a>
 */
final class Mrkdwn {

    private static final Map<Character, Style> MARKS =
            Map.of('*', Style.BOLD, '_', Style.ITALIC, '~', Style.STRIKE);
    private static final String FENCE = "```";

    private final String source;
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private Mrkdwn(String source) {
        this.source = source;
    }

    static List<Span> read(String source) {
        return new Mrkdwn(source).read();
    }

    /** Text that carries no markup but {@code :emoji:}, and those only where they are wanted. */
    static List<Span> readPlain(String source, boolean emoji) {
        return emoji ? Emojis.split(source) : List.of(new Span.Text(source));
    }

    private List<Span> read() {
        while (at < source.length()) {
            if (!quote() && !fence() && !code() && !angle() && !bareLink() && !mark()) {
                plain.append(source.charAt(at));
                at++;
            }
        }
        flush();
        return List.copyOf(spans);
    }

    private boolean quote() {
        boolean lineStart = at == 0 || source.charAt(at - 1) == '\n';
        String sign = source.startsWith("&gt;", at) ? "&gt;" : ">";
        if (!lineStart || !source.startsWith(sign, at)) {
            return false;
        }
        int end = source.indexOf('\n', at);
        int stop = end < 0 ? source.length() : end;
        add(new Span.Styled(Style.QUOTE, read(source.substring(at + sign.length(), stop).strip())));
        at = Math.min(source.length(), stop + 1);
        return true;
    }

    private boolean fence() {
        if (!source.startsWith(FENCE, at)) {
            return false;
        }
        int end = source.indexOf(FENCE, at + FENCE.length());
        if (end < 0) {
            return false;
        }
        add(new Span.Fence(unescape(source.substring(at + FENCE.length(), end)).strip()));
        at = end + FENCE.length();
        return true;
    }

    private boolean code() {
        if (source.charAt(at) != '`') {
            return false;
        }
        int end = closing('`');
        if (end < 0) {
            return false;
        }
        add(new Span.Code(unescape(source.substring(at + 1, end))));
        at = end + 1;
        return true;
    }

    private boolean angle() {
        int end = source.charAt(at) == '<' ? source.indexOf('>', at) : -1;
        if (end < 0) {
            return false;
        }
        add(AngleForm.read(source.substring(at + 1, end)));
        at = end + 1;
        return true;
    }

    private boolean bareLink() {
        if (!source.startsWith("https://", at) && !source.startsWith("http://", at)) {
            return false;
        }
        int end = at;
        while (end < source.length() && "<>| \n\t".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        String url = unescape(source.substring(at, end));
        add(new Span.Link(url, url));
        at = end;
        return true;
    }

    private boolean mark() {
        Style style = MARKS.get(source.charAt(at));
        boolean opens = at == 0 || !Character.isLetterOrDigit(source.charAt(at - 1));
        int end = style != null && opens ? closing(source.charAt(at)) : -1;
        if (end < 0
                || Character.isWhitespace(source.charAt(at + 1))
                || Character.isWhitespace(source.charAt(end - 1))) {
            return false;
        }
        add(new Span.Styled(style, read(source.substring(at + 1, end))));
        at = end + 1;
        return true;
    }

    /**
     * The same sign again, later on this line, with something between and no letter behind it; -1
     * if there is none.
     */
    private int closing(char sign) {
        int end = source.indexOf(sign, at + 2);
        int line = source.indexOf('\n', at);
        boolean here = end > 0 && (line < 0 || end < line);
        boolean closes =
                here
                        && (end + 1 == source.length()
                                || !Character.isLetterOrDigit(source.charAt(end + 1)));
        return closes ? end : -1;
    }

    private void add(Span span) {
        flush();
        spans.add(span);
    }

    private void flush() {
        if (!plain.isEmpty()) {
            spans.addAll(Emojis.split(unescape(plain.toString())));
            plain.setLength(0);
        }
    }

    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
