package org.consoleme.platform.redis;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.consoleme.access.AuthorizationMapping;
import org.consoleme.access.AuthorizationMappings;
import org.consoleme.platform.StoredJson;
import org.consoleme.platform.archive.Archive;
import org.consoleme.platform.archive.ArchivePlace;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both mappings in Redis and S3, for ConsoleMe's sake and for a start without our own index. */
@Single
public class RedisAuthorizationMappings implements AuthorizationMappings {
    private static final Logger LOG = LoggerFactory.getLogger(RedisAuthorizationMappings.class);
    private static final String MAPPING = "generate_and_store_credential_authorization_mapping";
    private static final String REVERSE = "generate_and_store_reverse_authorization_mapping";

    private final RedisDatabase redis;
    private final boolean enabled;
    private final RedisKeys keys;
    private final LastUpdated lastUpdated;
    private final Archive archive;
    private final ArchivePlace place;
    private final ArchivePlace reversePlace;

    @Inject
    public RedisAuthorizationMappings(
            RedisConnections connections, Archive archive, Configuration configuration) {
        redis = connections.cache();
        enabled = connections.settings().enabled();
        keys = RedisKeys.from(configuration);
        lastUpdated = new LastUpdated(redis, keys);
        this.archive = archive;
        place = place(configuration, MAPPING, "credential_authorization_mapping");
        reversePlace = place(configuration, REVERSE, "reverse_authorization_mapping");
    }

    private static ArchivePlace place(Configuration configuration, String overrides, String name) {
        return ArchivePlace.of(configuration, overrides + ".s3", name + "/" + name + "_v1.json.gz");
    }

    @Override
    public void publish(AuthorizationMapping mapping, Instant at) {
        Archive.Data forward = json -> AuthorizationsJson.write(mapping, json);
        Archive.Data reverse = json -> AuthorizationsJson.writeReverse(mapping, json);
        try {
            if (enabled) {
                put(keys.authorizations(), forward, at);
                put(keys.reverseAuthorizations(), reverse, at);
            }
        } finally {
            archive.write(place, at, forward);
            archive.write(reversePlace, at, reverse);
        }
    }

    private void put(String key, Archive.Data data, Instant at) {
        String text = text(data);
        redis.tell(client -> client.set(key, text));
        lastUpdated.stamp(key, at);
    }

    @Override
    public Optional<Published> last() {
        try {
            Optional<Published> cached = enabled ? fromRedis() : Optional.empty();
            if (cached.isPresent()) {
                return cached;
            }
        } catch (ProblemException away) {
            LOG.atWarn().setCause(away).log("authorization mapping is read from the archive");
        }
        return archive.read(place)
                .filter(found -> found.data().isObject())
                .map(
                        found ->
                                new Published(
                                        AuthorizationsJson.read(found.data()),
                                        found.lastUpdated()));
    }

    private Optional<Published> fromRedis() {
        String key = keys.authorizations();
        return Optional.ofNullable(redis.ask(client -> client.get(key)))
                .map(StoredJson::read)
                .filter(json -> json.isObject() && !json.isEmpty())
                .map(json -> new Published(AuthorizationsJson.read(json), lastUpdated.of(key)));
    }

    private static String text(Archive.Data data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = StoredJson.MAPPER.createGenerator(text)) {
            data.writeTo(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
