package org.consoleme.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One request or answer of HTTP/1.1, cut out of what has arrived.
 *
 * @param head the first line and the headers
 * @param body as long as {@code Content-Length} says, or the chunks of a chunked one as they came
 */
public record Message(String head, String body) {
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    /**
     * The message at the front of {@code received}, which is ready for reading; its position moves
     * behind the message. Empty, and the position stays, while something is missing.
     */
    static Optional<Message> cut(ByteBuffer received) {
        int start = received.position();
        int bodyStart = after(received, start, END_OF_HEAD);
        if (bodyStart < 0) {
            return Optional.empty();
        }
        String head = text(received, start, bodyStart, StandardCharsets.ISO_8859_1);
        int end = end(received, bodyStart, head);
        if (end < 0) {
            return Optional.empty();
        }
        String body = text(received, bodyStart, end, StandardCharsets.UTF_8);
        received.position(end);
        return Optional.of(new Message(head, body));
    }

    /** The head of a request that waits for leave to send its body. */
    static boolean awaitsContinue(ByteBuffer received) {
        int bodyStart = after(received, received.position(), END_OF_HEAD);
        return bodyStart == received.limit()
                && header(
                                text(
                                        received,
                                        received.position(),
                                        bodyStart,
                                        StandardCharsets.ISO_8859_1),
                                "expect")
                        .isPresent();
    }

    private static int end(ByteBuffer received, int bodyStart, String head) {
        if (header(head, "transfer-encoding").isPresent()) {
            return after(received, bodyStart, LAST_CHUNK);
        }
        int end = bodyStart + header(head, "content-length").map(Integer::parseInt).orElse(0);
        return end <= received.limit() ? end : -1;
    }

    /** The method and the path of a request, {@code POST /api}; the protocol of an answer. */
    public String firstLine() {
        return head.substring(0, head.indexOf('\r'));
    }

    /** Of an answer. */
    public int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    public Optional<String> header(String name) {
        return header(head, name);
    }

    private static Optional<String> header(String head, String name) {
        String wanted = "\n" + name + ":";
        int at = head.toLowerCase(Locale.ROOT).indexOf(wanted);
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + wanted.length();
        return Optional.of(head.substring(from, head.indexOf('\r', from)).strip());
    }

    private static String text(ByteBuffer received, int from, int to, Charset charset) {
        byte[] bytes = new byte[to - from];
        received.get(from, bytes);
        return new String(bytes, charset);
    }

    /** The index behind the first {@code wanted}, or -1. */
    private static int after(ByteBuffer in, int from, byte[] wanted) {
        for (int i = from; i + wanted.length <= in.limit(); i++) {
            int matched = 0;
            while (matched < wanted.length && in.get(i + matched) == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return i + matched;
            }
        }
        return -1;
    }
}
