package org.consoleme.platform.redis;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.consoleme.platform.StoredJson;

/** ConsoleMe's hash of ages: Redis key to epoch seconds. */
final class LastUpdated {
    private final RedisDatabase redis;
    private final String hash;

    LastUpdated(RedisDatabase redis, RedisKeys keys) {
        this.redis = redis;
        hash = keys.lastUpdated();
    }

    void stamp(String key, Instant at) {
        redis.tell(client -> client.hset(hash, key, Long.toString(at.getEpochSecond())));
    }

    /** {@link Instant#EPOCH} if unknown. */
    Instant of(String key) {
        String stamp = redis.ask(client -> client.hget(hash, key));
        return stamp == null
                ? Instant.EPOCH
                : Instant.ofEpochSecond(StoredJson.whole(TextNode.valueOf(stamp), 0));
    }
}
