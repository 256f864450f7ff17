package org.consoleme.platform.redis;

import org.consoleme.contracts.ChallengesContract;
import org.consoleme.identity.Challenges;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisChallengesIT extends ChallengesContract {
    private final RedisConnections connections = TestRedis.connections();
    private final Challenges tested =
            new RedisChallenges(connections, org.consoleme.testing.FlatConfiguration.empty());

    @Override
    protected Challenges challenges() {
        return tested;
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
