package org.consoleme.platform.redis;

import org.consoleme.contracts.EphemeralContract;
import org.consoleme.shared.Ephemeral;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisEphemeralIT extends EphemeralContract {
    private final RedisConnections connections = TestRedis.connections();
    private final Ephemeral tested = new RedisEphemeral(connections);

    @Override
    protected Ephemeral store() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
