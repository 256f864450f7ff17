package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.time.Duration;
import org.consoleme.shared.OnceStore;
import org.consoleme.shared.Single;
import redis.clients.jedis.params.SetParams;

/** {@code SET … NX PX} in the coordination database. */
@Single
public class RedisOnceStore implements OnceStore {
    private static final String PREFIX = "consoleme:once:";

    private final RedisDatabase redis;

    @Inject
    public RedisOnceStore(RedisConnections connections) {
        redis = connections.coordination();
    }

    @Override
    public boolean firstTime(String key, Duration memory) {
        SetParams once = SetParams.setParams().nx().px(memory.toMillis());
        return redis.ask(client -> client.set(PREFIX + key, "1", once)) != null;
    }
}
