package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.shared.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
    private static final ProcessRegion REGION = new ProcessRegion("us-west-2");

    private static RedisSettings of(MapConfiguration configuration) {
        return RedisSettings.from(configuration, REGION);
    }

    @Test
    void theDefaultsArePinned() {
        assertThat(of(MapConfiguration.empty()))
                .isEqualTo(
                        new RedisSettings(
                                true,
                                "localhost",
                                6379,
                                0,
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false,
                                Duration.ofSeconds(1),
                                64));
    }

    @Test
    void everyKeyHasItsPlace() {
        MapConfiguration all =
                MapConfiguration.empty()
                        .with("redis.host.us-west-2", "here")
                        .with("redis.host.global", "there")
                        .with("redis.port", 6380)
                        .with("redis.db", 3)
                        .with("redis.coordination_db", 4)
                        .with("redis.username", "app")
                        .with("redis.password", "hush")
                        .with("redis.tls", true)
                        .with("redis.timeout_ms", 250)
                        .with("redis.connections", 9);

        assertThat(of(all))
                .isEqualTo(
                        new RedisSettings(
                                true,
                                "here",
                                6380,
                                3,
                                4,
                                Optional.of("app"),
                                Optional.of(new Secret("hush")),
                                true,
                                false,
                                Duration.ofMillis(250),
                                9));
    }

    @Test
    void anotherRegionsHostDoesNotCount() {
        MapConfiguration elsewhere =
                MapConfiguration.empty()
                        .with("redis.host.eu-west-1", "elsewhere")
                        .with("redis.host.global", "global");

        assertThat(of(elsewhere).host()).isEqualTo("global");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis.host.us-west-2", "redis.host.global", "redis.port", "redis.db"})
    void nullSwitchesRedisOff(String key) {
        assertThat(of(MapConfiguration.empty().withNull(key)).enabled()).isFalse();
    }

    @Test
    void aHostOfTheRegionCountsThoughTheGlobalOneIsNull() {
        MapConfiguration regional =
                MapConfiguration.empty()
                        .with("redis.host.us-west-2", "here")
                        .withNull("redis.host.global");

        assertThat(of(regional).enabled()).isTrue();
    }

    @Test
    void aClusterHasDatabaseZeroAlone() {
        RedisSettings cluster =
                of(
                        MapConfiguration.empty()
                                .with("redis.cluster", true)
                                .with("redis.db", 2)
                                .with("redis.coordination_db", 5));

        assertThat(cluster.database()).isZero();
        assertThat(cluster.coordinationDatabase()).isZero();
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(of(MapConfiguration.empty().with("redis.password", "hush")).toString())
                .doesNotContain("hush");
    }
}
