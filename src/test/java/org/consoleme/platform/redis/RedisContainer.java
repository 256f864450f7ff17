package org.consoleme.platform.redis;

import java.net.URI;
import org.consoleme.testing.ComposeContainer;
import redis.clients.jedis.Jedis;

/** The Redis of docker-compose-dependencies.yaml. */
final class RedisContainer {
    private RedisContainer() {}

    static ComposeContainer create() {
        return new ComposeContainer("redis", 6379, "redis-server", "--save", "");
    }

    /** Connections to it, when it has been emptied. */
    static RedisConnections emptied(URI address) {
        try (Jedis redis = new Jedis(address.getHost(), address.getPort())) {
            redis.flushAll();
        }
        return TestRedis.connections(
                TestRedis.configuration(address.getPort())
                        .with("redis.host.global", address.getHost()));
    }
}
