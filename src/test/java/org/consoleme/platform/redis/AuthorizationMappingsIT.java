package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consoleme.access.AuthorizationMapping;
import org.consoleme.access.AuthorizationMappings;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.StoredJson;
import org.consoleme.platform.archive.Archive;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;

@ExtendWith(RedisServerExtension.class)
class AuthorizationMappingsIT {
    private static final String KEY = "CREDENTIAL_AUTHORIZATION_MAPPING_V1";
    private static final String REVERSE = "REVERSE_AUTHORIZATION_MAPPING_V1";
    private static final String S3_KEY =
            "credential_authorization_mapping/credential_authorization_mapping_v1.json.gz";
    private static final String S3_REVERSE =
            "reverse_authorization_mapping/reverse_authorization_mapping_v1.json.gz";

    private final TestRedis.Objects objects = new TestRedis.Objects();
    private final MapConfiguration configuration =
            TestRedis.configuration(RedisServerExtension.port())
                    .with("consoleme_s3_bucket", "cache");

    private AuthorizationMappings mappings(RedisConnections connections) {
        return new RedisAuthorizationMappings(connections, new Archive(objects), configuration);
    }

    private static AuthorizationMapping recorded() {
        return AuthorizationsJson.read(Golden.parse(Golden.redisText(KEY)));
    }

    /** The lists are sets: ConsoleMe writes them in no order. */
    private static Map<String, Object> unordered(JsonNode json) {
        Map<String, Object> sorted = new TreeMap<>();
        json.properties()
                .forEach(
                        field ->
                                sorted.put(
                                        field.getKey(),
                                        field.getValue().isObject()
                                                ? unordered(field.getValue())
                                                : new TreeSet<>(
                                                        StoredJson.texts(field.getValue()))));
        return sorted;
    }

    @Test
    void whatConsoleMeWroteIsRead() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.set(KEY, Golden.redisText(KEY).replace("/", "\\/"));
            redis.hset("STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED", KEY, "1795256555.25");

            AuthorizationMappings.Published last = mappings(connections).last().orElseThrow();

            assertThat(last.asOf()).isEqualTo(Instant.ofEpochSecond(1795256555L));
            assertThat(last.mapping().authorized().get("auditors@corp.example"))
                    .containsExactly("arn:aws:iam::123456789012:role/audit-reader");
            assertThat(last.mapping().cliOnly().get("finops@corp.example"))
                    .containsExactly("arn:aws:iam::400000000004:role/etl-runner");
        }
    }

    @Test
    void whatWeWriteMeansTheSameToConsoleMe() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            mappings(connections).publish(recorded(), Instant.ofEpochSecond(1795256555L));

            assertThat(unordered(Golden.parse(redis.get(KEY))))
                    .isEqualTo(unordered(Golden.parse(Golden.redisText(KEY))));
            assertThat(unordered(Golden.parse(redis.get(REVERSE))))
                    .isEqualTo(unordered(Golden.parse(Golden.redisText(REVERSE))));
        }
        assertThat(
                        unordered(
                                TestRedis.plain(objects.get("cache", S3_KEY).orElseThrow())
                                        .path("data")))
                .isEqualTo(unordered(Golden.s3Plain(S3_KEY.replace('/', '_')).path("data")));
        assertThat(
                        unordered(
                                TestRedis.plain(objects.get("cache", S3_REVERSE).orElseThrow())
                                        .path("data")))
                .isEqualTo(unordered(Golden.s3Plain(S3_REVERSE.replace('/', '_')).path("data")));
    }

    @Test
    void anIdentityInBothListsIsThereTwiceInTheReverse() {
        String role = "arn:aws:iam::123456789012:role/Mixed";
        AuthorizationMapping both =
                new AuthorizationMapping(Map.of("a", Set.of(role)), Map.of("a", Set.of(role)));
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            mappings(connections).publish(both, Instant.EPOCH);

            assertThat(redis.get(REVERSE))
                    .isEqualTo("{\"arn:aws:iam::123456789012:role/mixed\":[\"a\",\"a\"]}");
        }
    }

    @Test
    void withoutRedisTheCopyInS3IsRead() {
        objects.put("cache", S3_KEY, Golden.s3(S3_KEY.replace('/', '_')));
        try (RedisConnections away = TestRedis.away()) {
            AuthorizationMappings.Published last = mappings(away).last().orElseThrow();

            assertThat(last.mapping()).isEqualTo(recorded());
            assertThat(last.asOf()).isAfter(Instant.EPOCH);
        }
    }

    @Test
    void whereNothingWasPublishedThereIsNone() {
        try (RedisConnections connections = TestRedis.connections()) {
            assertThat(mappings(connections).last()).isEmpty();
        }
    }
}
