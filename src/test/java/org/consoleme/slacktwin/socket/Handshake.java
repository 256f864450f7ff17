package org.consoleme.slacktwin.socket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consoleme.slacktwin.http.Form;

/**
 * The opening of a web socket, from the server's side.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.2">RFC 6455, server-side
 *     requirements</a>
 */
final class Handshake {

    private static final int MAX_HEAD = 8192;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /**
     * Reads what the client asks for.
     *
     * @return the fields of the address and, as {@code key}, what {@link #accept} needs; empty if
     *     the client wants no web socket
     */
    static Optional<Map<String, String>> read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n", -1);
        String[] request = lines[0].split(" ", -1);
        Optional<String> key =
                java.util.Arrays.stream(lines)
                        .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                        .map(l -> l.substring(l.indexOf(':') + 1).strip())
                        .findFirst();
        if (request.length < 2 || !request[0].equals("GET") || key.isEmpty()) {
            return Optional.empty();
        }
        int query = request[1].indexOf('?');
        Map<String, String> fields =
                Form.parse(query < 0 ? "" : request[1].substring(query + 1)).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        fields.put("key", key.get());
        return Optional.of(fields);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String end = "\r\n\r\n";
        while (head.size() < MAX_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    static void accept(OutputStream out, String key) throws IOException {
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + hash(key + MAGIC)
                        + "\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static void refuse(OutputStream out) throws IOException {
        String answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String hash(String text) {
        try {
            byte[] sha1 =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
