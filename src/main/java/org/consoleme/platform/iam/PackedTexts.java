package org.consoleme.platform.iam;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Texts that wait compressed, one behind the other, until all are there. */
final class PackedTexts {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out;
    private int count;
    private boolean finished;

    PackedTexts() {
        try {
            out = new DataOutputStream(new GZIPOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void add(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        try {
            out.writeInt(encoded.length);
            out.write(encoded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        count++;
    }

    /** Nothing can be added any more. */
    void forEach(Reader reader) throws IOException {
        if (!finished) {
            out.close();
            finished = true;
        }
        try (DataInputStream in =
                new DataInputStream(
                        new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray())))) {
            for (int i = 0; i < count; i++) {
                reader.accept(new String(in.readNBytes(in.readInt()), UTF_8));
            }
        }
    }

    @FunctionalInterface
    interface Reader {
        void accept(String text) throws IOException;
    }
}
