package org.consoleme.platform.redis;

import org.consoleme.contracts.OnceStoreContract;
import org.consoleme.shared.OnceStore;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisOnceStoreCT extends OnceStoreContract {
    @RegisterExtension static final ComposeContainer REDIS = RedisContainer.create();
    private RedisConnections connections;
    private OnceStore tested;

    @BeforeEach
    void connect() {
        connections = RedisContainer.emptied(REDIS.address());
        tested = new RedisOnceStore(connections);
    }

    @Override
    protected OnceStore store() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
