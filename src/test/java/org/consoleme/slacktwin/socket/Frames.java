package org.consoleme.slacktwin.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.consoleme.slacktwin.http.Guard;

/**
 * Reads and writes the frames of one web socket, from the server's side. Pings are answered here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5">RFC 6455, data framing</a>
 */
final class Frames {

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    private static final class Frame {
        private final boolean last;
        private final int opcode;
        private final byte[] content;

        Frame(boolean last, int opcode, byte[] content) {
            this.last = last;
            this.opcode = opcode;
            this.content = content;
        }
    }

    /**
     * Waits for the next text.
     *
     * @return empty when the other side closed
     * @throws IOException if the connection broke, or the other side does not mask or says more
     *     than {@link Guard#MAX_BODY} bytes
     */
    Optional<String> read() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            Frame frame = frame();
            switch (frame.opcode) {
                case PING -> write(PONG, frame.content);
                case PONG -> {}
                case CLOSE -> {
                    write(CLOSE, frame.content);
                    return Optional.empty();
                }
                case TEXT, CONTINUATION -> {
                    text.write(frame.content);
                    if (text.size() > Guard.MAX_BODY) {
                        throw new IOException("more than " + Guard.MAX_BODY + " bytes");
                    }
                    if (frame.last) {
                        return Optional.of(text.toString(StandardCharsets.UTF_8));
                    }
                }
                default -> throw new IOException("unknown opcode " + frame.opcode);
            }
        }
    }

    private Frame frame() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        if ((second & MASKED) == 0) {
            throw new IOException("a client must mask");
        }
        long length = second & ~MASKED;
        if (length == SHORT) {
            length = in.readUnsignedShort();
        } else if (length == LONG) {
            length = in.readLong();
        }
        if (length < 0 || length > Guard.MAX_BODY) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] mask = in.readNBytes(4);
        byte[] content = in.readNBytes((int) length);
        if (mask.length < 4 || content.length < length) {
            throw new EOFException();
        }
        for (int i = 0; i < content.length; i++) {
            content[i] ^= mask[i % 4];
        }
        return new Frame((first & FINAL) != 0, first & 0xF, content);
    }

    void write(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says that the connection ends in good order. */
    void close() throws IOException {
        write(CLOSE, new byte[] {0x03, (byte) 0xE8});
    }

    private synchronized void write(int opcode, byte[] content) throws IOException {
        out.writeByte(FINAL | opcode);
        if (content.length < SHORT) {
            out.writeByte(content.length);
        } else if (content.length <= 0xFFFF) {
            out.writeByte(SHORT);
            out.writeShort(content.length);
        } else {
            out.writeByte(LONG);
            out.writeLong(content.length);
        }
        out.write(content);
        out.flush();
    }
}
