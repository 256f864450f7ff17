package org.consoleme.slacktwin.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that the app sent to the twin, for leak tests: the last {@value #KEPT} calls. */
public final class OutboundLog {

    /** Calls kept. */
    public static final int KEPT = 5_000;

    private static final Pattern UNICODE_ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final Deque<OutboundCall> calls = new ArrayDeque<>();
    private long dropped;
    private volatile Runnable listener = () -> {};

    public void add(OutboundCall call) {
        keep(call);
        listener.run();
    }

    private synchronized void keep(OutboundCall call) {
        calls.addLast(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
            dropped++;
        }
    }

    /** Calls a listener after each call of the app. */
    public void listen(Runnable newListener) {
        listener = newListener;
    }

    /** All calls, oldest first. */
    public synchronized List<OutboundCall> all() {
        return List.copyOf(calls);
    }

    /** The calls of one API method, or of {@code response_url} or {@code acknowledgement}. */
    public List<OutboundCall> to(String method) {
        return all().stream().filter(c -> c.method().equals(method)).toList();
    }

    public synchronized void clear() {
        calls.clear();
        dropped = 0;
    }

    /**
     * Whether some text left the app, as sent or behind percent and JSON escapes; letter case does
     * not count.
     *
     * @throws IllegalStateException if calls were dropped: "no" would then mean nothing
     */
    public synchronized boolean contains(String text) {
        if (dropped > 0) {
            throw new IllegalStateException(
                    dropped + " calls were dropped; clear() the log sooner");
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return calls.stream()
                .anyMatch(c -> readable(c.sent()).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static String readable(String sent) {
        String decoded = percentDecoded(sent);
        return String.join("\n", sent, decoded, unescaped(sent), unescaped(decoded));
    }

    private static String percentDecoded(String sent) {
        try {
            return Form.decode(sent);
        } catch (IllegalArgumentException notEncoded) {
            return sent;
        }
    }

    private static String unescaped(String json) {
        return UNICODE_ESCAPE
                .matcher(json)
                .replaceAll(
                        m ->
                                Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                .replace("\\/", "/")
                .replace("\\\"", "\"");
    }
}
