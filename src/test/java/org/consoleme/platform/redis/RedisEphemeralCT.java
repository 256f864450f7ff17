package org.consoleme.platform.redis;

import org.consoleme.contracts.EphemeralContract;
import org.consoleme.shared.Ephemeral;
import org.consoleme.testing.ComposeContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisEphemeralCT extends EphemeralContract {
    @RegisterExtension static final ComposeContainer REDIS = RedisContainer.create();
    private RedisConnections connections;
    private Ephemeral tested;

    @BeforeEach
    void connect() {
        connections = RedisContainer.emptied(REDIS.address());
        tested = new RedisEphemeral(connections);
    }

    @Override
    protected Ephemeral store() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
