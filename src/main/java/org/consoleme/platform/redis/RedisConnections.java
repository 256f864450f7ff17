package org.consoleme.platform.redis;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.platform.ProcessRegion;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Secret;
import org.consoleme.shared.Single;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;

/** The clients to Redis: one per database, made when first used, so that none delays a start. */
@Single
public class RedisConnections implements AutoCloseable {
    private static final Duration LISTENING = Duration.ofSeconds(30);

    private final RedisSettings settings;
    private final Map<Integer, UnifiedJedis> clients = new HashMap<>();
    private boolean closed;

    @Inject
    public RedisConnections(Configuration configuration, ProcessRegion region) {
        this(RedisSettings.from(configuration, region));
    }

    RedisConnections(RedisSettings settings) {
        this.settings = settings;
    }

    RedisSettings settings() {
        return settings;
    }

    RedisDatabase cache() {
        return new RedisDatabase(() -> client(settings.database()));
    }

    RedisDatabase coordination() {
        return new RedisDatabase(() -> client(settings.coordinationDatabase()));
    }

    /** A connection of its own for somebody who listens; gives up a silent one after 30 s. */
    Jedis listener() {
        return new Jedis(
                new HostAndPort(settings.host(), settings.port()),
                config(settings.database())
                        .blockingSocketTimeoutMillis((int) LISTENING.toMillis())
                        .build());
    }

    private synchronized Optional<UnifiedJedis> client(int database) {
        return settings.enabled() && !closed
                ? Optional.of(clients.computeIfAbsent(database, this::connect))
                : Optional.empty();
    }

    private UnifiedJedis connect(int database) {
        HostAndPort address = new HostAndPort(settings.host(), settings.port());
        ConnectionPoolConfig pool = pool();
        DefaultJedisClientConfig config = config(database).build();
        return settings.cluster()
                ? RedisClusterClient.builder()
                        .nodes(Set.of(address))
                        .clientConfig(config)
                        .poolConfig(pool)
                        .maxAttempts(3)
                        .maxTotalRetriesDuration(settings.timeout().multipliedBy(2))
                        .build()
                : RedisClient.builder()
                        .hostAndPort(address)
                        .clientConfig(config)
                        .poolConfig(pool)
                        .build();
    }

    private DefaultJedisClientConfig.Builder config(int database) {
        int millis = (int) settings.timeout().toMillis();
        DefaultJedisClientConfig.Builder config =
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(millis)
                        .socketTimeoutMillis(millis)
                        .clientName("consoleme")
                        .autoNegotiateProtocol(false)
                        .database(database);
        if (settings.tls()) {
            config.sslOptions(SslOptions.defaults());
        }
        settings.username().ifPresent(config::user);
        settings.password().map(Secret::reveal).ifPresent(config::password);
        return config;
    }

    private ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(settings.connections());
        pool.setMaxIdle(settings.connections());
        pool.setMaxWait(settings.timeout());
        pool.setTestWhileIdle(true);
        pool.setTimeBetweenEvictionRuns(Duration.ofSeconds(30));
        return pool;
    }

    @Override
    @PreDestroy
    public synchronized void close() {
        closed = true;
        clients.values().forEach(UnifiedJedis::close);
        clients.clear();
    }
}
