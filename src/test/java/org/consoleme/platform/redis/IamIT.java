package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.inventory.IamCache;
import org.consoleme.inventory.IamObject;
import org.consoleme.shared.AccountId;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;

@ExtendWith(RedisServerExtension.class)
class IamIT {
    private static final AccountId ACCOUNT = new AccountId("200000000002");
    private static final Instant NOW = Instant.ofEpochSecond(1795256000L);
    private static final Instant LATER = NOW.plus(Duration.ofHours(36));
    private static final String ROLE = "arn:aws:iam::200000000002:role/billing-reader";
    private static final String POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private final RedisConnections connections = TestRedis.connections();
    private final RedisIam iam = new RedisIam(connections, MapConfiguration.empty());
    private final Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port());

    @AfterEach
    void close() {
        redis.close();
        connections.close();
    }

    private static IamCache.Entry entry(IamObject.Kind kind, String arn, Instant ttl) {
        IamObject object =
                new IamObject(
                        kind,
                        arn,
                        arn.substring(arn.lastIndexOf('/') + 1),
                        "AROAEXAMPLE",
                        ACCOUNT,
                        "{\"Arn\":\"" + arn + "\"}",
                        () -> "{}",
                        Map.of(),
                        Optional.empty());
        return new IamCache.Entry(object, Optional.of("finops@example.com"), "f|1", ttl);
    }

    private static IamCache.Entry role() {
        return entry(IamObject.Kind.ROLE, ROLE, LATER);
    }

    /** The entry that leads to what ConsoleMe recorded. */
    private static IamCache.Entry recorded(IamObject.Kind kind, JsonNode outer) {
        IamObject object =
                new IamObject(
                        kind,
                        outer.path("arn").asText(),
                        outer.path("name").textValue(),
                        outer.path("resourceId").textValue(),
                        new AccountId(outer.path("accountId").asText()),
                        outer.path("policy").asText(),
                        () -> "{}",
                        Map.of(),
                        Optional.empty());
        return new IamCache.Entry(
                object,
                Optional.ofNullable(outer.path("owner").textValue()),
                "f",
                Instant.ofEpochSecond(outer.path("ttl").asLong()));
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE,IAM_ROLE_CACHE",
        "USER,IAM_USER_CACHE",
        "GROUP,IAM_GROUP_CACHE",
        "POLICY,IAM_POLICY_CACHE"
    })
    void whatWeWriteMeansTheSameToConsoleMe(IamObject.Kind kind, String key) {
        Map<String, JsonNode> golden = new HashMap<>();
        Golden.redisHash(key)
                .properties()
                .forEach(
                        field -> {
                            JsonNode outer = Golden.parse(field.getValue().asText());
                            // A refresh loses the owner, which is a defect (K-21), not the format.
                            boolean full = kind != IamObject.Kind.ROLE || outer.has("owner");
                            if (full && !outer.isMissingNode()) {
                                golden.put(field.getKey(), outer);
                            }
                        });

        iam.write(
                golden.values().stream().map(outer -> recorded(kind, outer)).toList(),
                Set.of(),
                NOW);

        Map<String, JsonNode> written = new HashMap<>();
        redis.hgetAll(key).forEach((arn, text) -> written.put(arn, Golden.parse(text)));
        assertThat(golden).isNotEmpty();
        assertThat(written).isEqualTo(golden);
        assertThat(redis.hget("STORE_JSON_RESULTS_IN_REDIS_AND_S3_LAST_UPDATED", key))
                .isEqualTo("1795256000");
    }

    @Test
    void whatWasWrittenIsKnownByFingerprint() {
        iam.write(List.of(role()), Set.of(), NOW);

        assertThat(iam.written(ACCOUNT))
                .isEqualTo(Map.of(ROLE, new IamCache.Written(IamObject.Kind.ROLE, "f|1", LATER)));
        assertThat(iam.written(new AccountId("300000000003"))).isEmpty();
    }

    @Test
    void aLostHashOfConsoleMesMakesTheObjectsUnwritten() {
        iam.write(List.of(role(), entry(IamObject.Kind.POLICY, POLICY, LATER)), Set.of(), NOW);

        redis.del("IAM_ROLE_CACHE");

        assertThat(iam.written(ACCOUNT)).containsOnlyKeys(POLICY);
    }

    @Test
    void aLostHashOfOursMakesTheObjectsUnwritten() {
        iam.write(List.of(role()), Set.of(), NOW);

        redis.del("consoleme:iam:200000000002");

        assertThat(iam.written(ACCOUNT)).isEmpty();
        assertThat(redis.hexists("IAM_ROLE_CACHE", ROLE)).isTrue();
    }

    @Test
    void whatIsGoneLeavesBothHashesButAnAwsPolicyStaysForTheOthers() {
        iam.write(List.of(role(), entry(IamObject.Kind.POLICY, POLICY, LATER)), Set.of(), NOW);

        iam.remove(
                ACCOUNT,
                List.of(
                        new IamCache.Gone(IamObject.Kind.ROLE, ROLE),
                        new IamCache.Gone(IamObject.Kind.POLICY, POLICY)));

        assertThat(redis.hexists("IAM_ROLE_CACHE", ROLE)).isFalse();
        assertThat(redis.hexists("IAM_POLICY_CACHE", POLICY)).isTrue();
        assertThat(iam.written(ACCOUNT)).isEmpty();
    }

    @Test
    void aTemplateOfTheRoleIsKeptBeside() {
        redis.hset("TEMPLATED_ROLES_v2", ROLE.toLowerCase(java.util.Locale.ROOT), "https://git/x");

        iam.write(List.of(role()), Set.of(), NOW);

        assertThat(Golden.parse(redis.hget("IAM_ROLE_CACHE", ROLE)).path("templated").asText())
                .isEqualTo("https://git/x");
    }

    @Test
    void aWalkTakesOutWhatHasExpiredWhoeverWroteIt() {
        String old = "arn:aws:iam::900000000009:role/gone";
        iam.write(List.of(role()), Set.of(), NOW);
        redis.hset("IAM_ROLE_CACHE", old, "{\"arn\": \"x\", \"ttl\": 1795255999.5}");
        Map<String, String> walked = new HashMap<>();

        iam.walk(IamObject.Kind.ROLE, NOW, walked::put);

        assertThat(walked.keySet()).isEqualTo(Set.of(ROLE));
        assertThat(redis.hkeys("IAM_ROLE_CACHE")).containsExactly(ROLE);
    }

    @Test
    void managedPoliciesAreAListPerAccount() {
        iam.managedPolicies(ACCOUNT, List.of("b", "a"));

        assertThat(redis.hget("IAM_MANAGED_POLICIES", "200000000002")).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void withRedisSwitchedOffNothingIsKeptAndNothingFails() {
        try (RedisConnections off =
                TestRedis.connections(MapConfiguration.empty().withNull("redis.db"))) {
            RedisIam none = new RedisIam(off, MapConfiguration.empty());
            none.write(List.of(role()), Set.of(), NOW);

            assertThat(none.written(ACCOUNT)).isEmpty();
        }
    }
}
