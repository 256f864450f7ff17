package org.consoleme.platform.iam;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.consoleme.inventory.IamArchive;
import org.consoleme.inventory.IamObject;
import org.consoleme.platform.archive.Archive;
import org.consoleme.platform.redis.RedisIam;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;

/**
 * ConsoleMe's IAM objects in S3. A list that became empty is written, too: ConsoleMe left the old
 * one there for ever.
 */
@Single
public class S3IamArchive implements IamArchive {
    private final Archive archive;
    private final RedisIam redis;
    private final IamArchivePlaces places;

    @Inject
    public S3IamArchive(Archive archive, RedisIam redis, Configuration configuration) {
        this.archive = archive;
        this.redis = redis;
        places = new IamArchivePlaces(configuration);
    }

    @Override
    public Session open(AccountId account) {
        return places.details(account).bucket().isEmpty() ? new Nothing() : new Packing(account);
    }

    /** Walks the hashes even where there is no bucket: that takes out what has expired. */
    @Override
    public void combine(Instant at) {
        for (IamObject.Kind kind : IamObject.Kind.values()) {
            if (places.all(kind).bucket().isEmpty()) {
                redis.walk(kind, at, (arn, text) -> {});
            } else {
                archive.write(places.all(kind), at, json -> fields(kind, at, json));
            }
        }
    }

    private void fields(IamObject.Kind kind, Instant at, JsonGenerator json) throws IOException {
        json.writeStartObject();
        redis.walk(kind, at, (arn, text) -> field(json, arn, text));
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String arn, String text) {
        try {
            json.writeStringField(arn, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private final class Packing implements Session {
        private final AccountId account;
        private final Map<IamObject.Kind, PackedTexts> objects =
                new EnumMap<>(IamObject.Kind.class);

        Packing(AccountId account) {
            this.account = account;
            for (IamObject.Kind kind : IamObject.Kind.values()) {
                objects.put(kind, new PackedTexts());
            }
        }

        @Override
        public void add(IamObject object) {
            objects.get(object.kind()).add(object.archived().get());
        }

        @Override
        public void commit(Instant at) {
            archive.write(places.details(account), at, this::details);
            objects.keySet()
                    .forEach(
                            kind ->
                                    archive.write(
                                            places.list(kind, account),
                                            at,
                                            json -> list(kind, json)));
        }

        private void details(JsonGenerator json) throws IOException {
            json.writeStartObject();
            for (IamObject.Kind kind : objects.keySet()) {
                json.writeFieldName(IamArchivePlaces.detailList(kind));
                list(kind, json);
            }
            json.writeEndObject();
        }

        private void list(IamObject.Kind kind, JsonGenerator json) throws IOException {
            json.writeStartArray();
            objects.get(kind).forEach(json::writeRawValue);
            json.writeEndArray();
        }

        @Override
        public void close() {
            objects.clear();
        }
    }

    /** Where no bucket is configured. */
    private static final class Nothing implements Session {
        @Override
        public void add(IamObject object) {}

        @Override
        public void commit(Instant at) {}

        @Override
        public void close() {}
    }
}
