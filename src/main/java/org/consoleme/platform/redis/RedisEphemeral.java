package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.Single;
import redis.clients.jedis.params.SetParams;

/**
 * Strings with a life in the coordination database. The two steps of take and replace run as one
 * script; commands that would do without one need a Redis that not everybody has.
 */
@Single
public class RedisEphemeral implements Ephemeral {
    private static final String PREFIX = "consoleme:value:";
    private static final String TAKE =
            """
            local value = redis.call('GET', KEYS[1])
            if value then redis.call('DEL', KEYS[1]) end
            return value
            """;
    private static final String REPLACE =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            local life = redis.call('PTTL', KEYS[1])
            if life <= 0 then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', life)
            return 1
            """;

    private final RedisDatabase redis;

    @Inject
    public RedisEphemeral(RedisConnections connections) {
        redis = connections.coordination();
    }

    @Override
    public void put(String key, String value, Duration life) {
        SetParams mortal = SetParams.setParams().px(life.toMillis());
        redis.tell(client -> client.set(PREFIX + key, value, mortal));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(redis.ask(client -> client.get(PREFIX + key)));
    }

    @Override
    public Optional<String> take(String key) {
        Object taken = redis.ask(client -> client.eval(TAKE, List.of(PREFIX + key), List.of()));
        return Optional.ofNullable((String) taken);
    }

    @Override
    public boolean replace(String key, String expected, String replacement) {
        Object replaced =
                redis.ask(
                        client ->
                                client.eval(
                                        REPLACE,
                                        List.of(PREFIX + key),
                                        List.of(expected, replacement)));
        return Long.valueOf(1).equals(replaced);
    }
}
