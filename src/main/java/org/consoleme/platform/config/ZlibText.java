package org.consoleme.platform.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.consoleme.shared.Problem;

/**
 * A zlib stream, as {@code consoleme_config_global} keeps its text: not gzip.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1950">RFC 1950</a>
 */
final class ZlibText {
    private static final int BUFFER = 8192;

    private ZlibText() {}

    /**
     * Takes a stream apart.
     *
     * @param max bytes that may come out
     * @throws org.consoleme.shared.ProblemException {@code Invalid} if it is no zlib stream, or cut
     *     short; {@code TooLarge}
     */
    static byte[] inflated(byte[] stream, int max) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(stream);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw invalid("is cut short", null);
                }
                if (count > max - out.size()) {
                    throw new Problem.TooLarge(max).asException();
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw invalid("is not a zlib stream", e);
        }
    }

    static byte[] deflated(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static RuntimeException invalid(String reason, Exception cause) {
        return new Problem.Invalid("dynamic_config", reason).asException(cause);
    }
}
