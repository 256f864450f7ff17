package org.consoleme.platform.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.ObjectStore;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;

/** Connections to the Redis of these tests, or to one that is away. */
final class TestRedis {
    private TestRedis() {}

    static MapConfiguration configuration(int port) {
        return MapConfiguration.empty()
                .with("redis.host.global", "127.0.0.1")
                .with("redis.port", port)
                .with("redis.timeout_ms", 500);
    }

    static RedisConnections connections() {
        return connections(RedisServerExtension.port());
    }

    static RedisConnections connections(int port) {
        return connections(configuration(port));
    }

    static RedisConnections connections(MapConfiguration configuration) {
        return new RedisConnections(
                RedisSettings.from(configuration, new ProcessRegion("us-east-1")));
    }

    /** Nothing listens there. */
    static RedisConnections away() {
        return connections(RedisServerExtension.freePort());
    }

    static JsonNode plain(byte[] gzip) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return Golden.parse(new String(in.readAllBytes(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Objects in memory. */
    static final class Objects implements ObjectStore {
        private final Map<String, byte[]> objects = new HashMap<>();

        @Override
        public synchronized void put(String bucket, String key, byte[] content) {
            objects.put(bucket + "/" + key, content);
        }

        @Override
        public synchronized Optional<byte[]> get(String bucket, String key) {
            return Optional.ofNullable(objects.get(bucket + "/" + key));
        }
    }
}
