package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Single;

/**
 * A key per lease in the coordination database: the holder's name and, for each taking, a token of
 * its own, so that what was taken over can neither be renewed nor given back by who lost it.
 */
@Single
public class RedisLeases implements Leases {
    private static final String PREFIX = "consoleme:lease:";

    /** A newline cannot be in a node's name, so no name is the beginning of another's. */
    private static final String TAKE =
            """
            local held = redis.call('GET', KEYS[1])
            if held and string.sub(held, 1, #ARGV[1]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1] .. ARGV[2], 'PX', ARGV[3])
            return 1
            """;

    private final RedisDatabase redis;
    private final Clock clock;

    @Inject
    public RedisLeases(RedisConnections connections, Clock clock) {
        redis = connections.coordination();
        this.clock = clock;
    }

    @Override
    public Optional<Lease> take(String name, String holder, Duration life) {
        String key = PREFIX + name;
        String owner = holder + "\n";
        String token = UUID.randomUUID().toString();
        String millis = Long.toString(life.toMillis());
        Instant asked = clock.instant();
        Object taken =
                redis.ask(client -> client.eval(TAKE, List.of(key), List.of(owner, token, millis)));
        return Long.valueOf(1).equals(taken)
                ? Optional.of(new RedisLease(redis, clock, key, owner + token, life, asked))
                : Optional.empty();
    }
}
