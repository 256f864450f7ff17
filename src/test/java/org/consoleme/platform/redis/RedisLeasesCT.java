package org.consoleme.platform.redis;

import java.time.Clock;
import org.consoleme.contracts.LeasesContract;
import org.consoleme.operations.Leases;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisLeasesCT extends LeasesContract {
    @RegisterExtension static final ComposeContainer REDIS = RedisContainer.create();
    private RedisConnections connections;
    private Leases tested;

    @BeforeEach
    void connect() {
        connections = RedisContainer.emptied(REDIS.address());
        tested = new RedisLeases(connections, Clock.systemUTC());
    }

    @Override
    protected Leases leases() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
