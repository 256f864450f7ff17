package org.consoleme.platform.redis;

import org.consoleme.contracts.LeasesContract;
import org.consoleme.operations.Leases;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisLeasesIT extends LeasesContract {
    private final RedisConnections connections = TestRedis.connections();
    private final Leases tested = new RedisLeases(connections, java.time.Clock.systemUTC());

    @Override
    protected Leases leases() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
