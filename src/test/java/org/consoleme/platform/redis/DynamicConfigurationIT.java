package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import org.consoleme.platform.config.DynamicConfigurationText;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;

/** The copy that ConsoleMe's workers read. */
@ExtendWith(RedisServerExtension.class)
class DynamicConfigurationIT {
    @Test
    void aChangedConfigurationIsCopiedAsJsonWithTextKeys() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            new RedisDynamicConfiguration(connections)
                    .changed(
                            parsed(
                                    "{account_ids_to_name: {012345678901: a}, groups: {can_admin: [b]}}"));

            assertThat(Golden.parse(redis.get("DYNAMIC_CONFIG_CACHE")))
                    .isEqualTo(
                            Golden.parse(
                                    "{\"account_ids_to_name\":{\"012345678901\":\"a\"},\"groups\":{\"can_admin\":[\"b\"]}}"));
        }
    }

    @Test
    void anEmptiedConfigurationIsCopiedToo() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            new RedisDynamicConfiguration(connections).changed(parsed(""));

            assertThat(redis.get("DYNAMIC_CONFIG_CACHE")).isEqualTo("{}");
        }
    }

    @Test
    void withoutRedisTheConfigurationCountsAllTheSame() {
        try (RedisConnections connections = TestRedis.away()) {
            assertThatCode(
                            () ->
                                    new RedisDynamicConfiguration(connections)
                                            .changed(parsed("groups: {}")))
                    .doesNotThrowAnyException();
        }
    }

    private static DynamicConfiguration parsed(String yaml) {
        return DynamicConfigurationText.parsed(yaml, "ann", Instant.EPOCH);
    }
}
