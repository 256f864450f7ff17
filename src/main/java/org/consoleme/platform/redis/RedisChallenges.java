package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.Challenges;
import org.consoleme.shared.Configuration;
import org.consoleme.shared.Single;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * ConsoleMe's hash of challenges. A change is conditional on the very text that was read, so the
 * spelling that ConsoleMe chose does not matter.
 */
@Single
public class RedisChallenges implements Challenges {
    private static final ScanParams PAGE = new ScanParams().count(500);
    private static final String REPLACE =
            """
            if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
            redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
            return 1
            """;

    private final RedisDatabase redis;
    private final String key;

    @Inject
    public RedisChallenges(RedisConnections connections, Configuration configuration) {
        redis = connections.cache();
        key = RedisKeys.from(configuration).challenges();
    }

    @Override
    public void create(Challenge challenge) {
        redis.tell(client -> client.hset(key, challenge.token(), ChallengeJson.write(challenge)));
    }

    @Override
    public Optional<Challenge> find(String token) {
        return text(token).flatMap(text -> ChallengeJson.read(token, text));
    }

    @Override
    public boolean replace(Challenge before, Challenge after) {
        String token = before.token();
        Optional<String> stored =
                text(token)
                        .filter(
                                text ->
                                        ChallengeJson.read(token, text)
                                                .filter(before::equals)
                                                .isPresent());
        return stored.isPresent()
                && run(REPLACE, List.of(token, stored.get(), ChallengeJson.write(after)));
    }

    @Override
    public void remove(String token) {
        redis.tell(client -> client.hdel(key, token));
    }

    @Override
    public long open() {
        return redis.ask(client -> client.hlen(key));
    }

    @Override
    public void sweep(Instant now) {
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<Map.Entry<String, String>> page =
                    redis.ask(client -> client.hscan(key, from, PAGE));
            page.getResult().stream()
                    .filter(field -> expired(field, now))
                    .forEach(
                            field ->
                                    run(
                                            Scripts.REMOVE_FIELD_IF_SAME,
                                            List.of(field.getKey(), field.getValue())));
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    /** What cannot be read is of no use to anybody, and goes too. */
    private static boolean expired(Map.Entry<String, String> field, Instant now) {
        return ChallengeJson.read(field.getKey(), field.getValue())
                .filter(challenge -> challenge.expiresAt().isAfter(now))
                .isEmpty();
    }

    private Optional<String> text(String token) {
        return Optional.ofNullable(redis.ask(client -> client.hget(key, token)));
    }

    private boolean run(String script, List<String> arguments) {
        Object done = redis.ask(client -> client.eval(script, List.of(key), arguments));
        return Long.valueOf(1).equals(done);
    }
}
