package org.consoleme.platform.redis;

import java.time.Duration;
import java.util.Optional;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Settings;

/**
 * Where Redis is and how we speak to it.
 *
 * @param enabled false if host, port or database is {@code null}: ConsoleMe's way of having none
 * @param database the cache, shared with ConsoleMe
 * @param coordinationDatabase leases, replay guard, short-lived values; always 0 on a cluster
 * @param timeout to connect, and for each answer
 * @param connections at most so many per database
 */
public record RedisSettings(
        boolean enabled,
        String host,
        int port,
        int database,
        int coordinationDatabase,
        Optional<String> username,
        Optional<Secret> password,
        boolean tls,
        boolean cluster,
        Duration timeout,
        int connections)
        implements Settings {

    public static RedisSettings from(Configuration configuration, ProcessRegion region) {
        String regional = "redis.host." + region.name();
        boolean cluster = configuration.flag("redis.cluster", false);
        return new RedisSettings(
                !isOff(configuration, regional),
                configuration
                        .text(regional)
                        .or(() -> configuration.text("redis.host.global"))
                        .orElse("localhost"),
                configuration.integer("redis.port", 6379),
                cluster ? 0 : configuration.integer("redis.db", 0),
                cluster ? 0 : configuration.integer("redis.coordination_db", 1),
                configuration.text("redis.username").filter(name -> !name.isBlank()),
                configuration.secret("redis.password"),
                configuration.flag("redis.tls", false),
                cluster,
                Duration.ofMillis(configuration.integer("redis.timeout_ms", 1000)),
                configuration.integer("redis.connections", 64));
    }

    private static boolean isOff(Configuration configuration, String regional) {
        boolean noHost =
                configuration.isNull(regional)
                        || (configuration.text(regional).isEmpty()
                                && configuration.isNull("redis.host.global"));
        return noHost || configuration.isNull("redis.port") || configuration.isNull("redis.db");
    }
}
