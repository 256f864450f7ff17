package org.consoleme.platform.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.consoleme.platform.ObjectStore;
import org.consoleme.platform.StoredJson;
import org.consoleme.shared.Problem;
import org.consoleme.shared.Single;

/**
 * ConsoleMe's envelope in S3: {@code {"last_updated": epoch, "data": …}}, gzip if the key ends in
 * {@code .gz}. Where no bucket is configured, writing does nothing and reading finds nothing.
 */
@Single
public class Archive {
    /** A bound against what is not ours: 100,000 policies take 0.4 GB. */
    private static final long MAX_PLAIN_BYTES = 1L << 30;

    private final ObjectStore store;

    @Inject
    public Archive(ObjectStore store) {
        this.store = store;
    }

    /** Writes what {@code data} generates: one JSON value. */
    public void write(ArchivePlace place, Instant at, Data data) {
        if (place.bucket().isEmpty()) {
            return;
        }
        store.put(place.bucket().get(), place.key(), pack(place, at, data));
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Refused} or {@code Unavailable}, also
     *     when the object is no envelope
     */
    public Optional<Archived> read(ArchivePlace place) {
        return place.bucket()
                .flatMap(bucket -> store.get(bucket, place.key()))
                .map(content -> unpack(place, content));
    }

    static byte[] pack(ArchivePlace place, Instant at, Data data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = place.compressed() ? new GZIPOutputStream(bytes) : bytes;
                JsonGenerator json = StoredJson.MAPPER.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeNumberField("last_updated", at.getEpochSecond());
            json.writeFieldName("data");
            data.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Archived unpack(ArchivePlace place, byte[] content) {
        try (InputStream in = plain(place, content)) {
            JsonNode envelope = StoredJson.MAPPER.readTree(in);
            return new Archived(
                    envelope.path("data"),
                    Instant.ofEpochSecond(StoredJson.whole(envelope.path("last_updated"), 0)));
        } catch (IOException broken) {
            throw new Problem.Unavailable("the S3 object " + place.key(), Duration.ofMinutes(1))
                    .asException(broken);
        }
    }

    private static InputStream plain(ArchivePlace place, byte[] content) throws IOException {
        InputStream in = new ByteArrayInputStream(content);
        return new BoundedStream(
                place.compressed() ? new GZIPInputStream(in) : in, MAX_PLAIN_BYTES);
    }

    /** Writes the {@code data} of an envelope, piece by piece where it is large. */
    @FunctionalInterface
    public interface Data {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /**
     * What was read.
     *
     * @param lastUpdated {@link Instant#EPOCH} if the object does not say
     */
    public record Archived(JsonNode data, Instant lastUpdated) {}
}
