package org.consoleme.platform.redis;

import org.consoleme.contracts.OnceStoreContract;
import org.consoleme.shared.OnceStore;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisOnceStoreIT extends OnceStoreContract {
    private final RedisConnections connections = TestRedis.connections();
    private final OnceStore tested = new RedisOnceStore(connections);

    @Override
    protected OnceStore store() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
