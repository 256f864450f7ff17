package org.consoleme.platform.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.consoleme.operations.Leases;
import org.consoleme.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lease that this node took. */
final class RedisLease implements Leases.Lease {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLease.class);
    private static final String RENEW =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('PEXPIRE', KEYS[1], ARGV[2])
            """;
    private static final String GIVE_BACK =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1])
            """;

    private final RedisDatabase redis;
    private final Clock clock;
    private final String key;
    private final String value;
    private final Duration life;
    private Instant surelyOursUntil;

    RedisLease(
            RedisDatabase redis,
            Clock clock,
            String key,
            String value,
            Duration life,
            Instant taken) {
        this.redis = redis;
        this.clock = clock;
        this.key = key;
        this.value = value;
        this.life = life;
        surelyOursUntil = taken.plus(life);
    }

    /** While Redis is away the lease counts as ours as long as nobody else can have taken it. */
    @Override
    public synchronized boolean renew() {
        Instant asked = clock.instant();
        try {
            boolean renewed = run(RENEW, List.of(value, Long.toString(life.toMillis())));
            surelyOursUntil = renewed ? asked.plus(life) : Instant.EPOCH;
            return renewed;
        } catch (ProblemException away) {
            LOG.atWarn()
                    .addKeyValue("lease", key)
                    .setCause(away)
                    .log("lease not renewed, redis is away");
            return clock.instant().isBefore(surelyOursUntil);
        }
    }

    @Override
    public synchronized void close() {
        try {
            run(GIVE_BACK, List.of(value));
        } catch (ProblemException away) {
            LOG.atWarn()
                    .addKeyValue("lease", key)
                    .setCause(away)
                    .log("lease not given back, it ends by itself");
        }
    }

    private boolean run(String script, List<String> arguments) {
        Object done = redis.ask(client -> client.eval(script, List.of(key), arguments));
        return Long.valueOf(1).equals(done);
    }
}
