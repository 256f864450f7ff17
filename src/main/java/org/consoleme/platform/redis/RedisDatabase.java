package org.consoleme.platform.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.consoleme.shared.Problem;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One logical database of Redis, behind one pooled client. Whatever Jedis throws, a time-out or an
 * error that Redis answered, becomes {@code Unavailable}: Redis is never the place where an input
 * is judged.
 */
final class RedisDatabase {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Supplier<Optional<UnifiedJedis>> client;

    RedisDatabase(Supplier<Optional<UnifiedJedis>> client) {
        this.client = client;
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Unavailable}, also where Redis is
     *     switched off
     */
    <T> T ask(Function<UnifiedJedis, T> command) {
        try {
            return command.apply(client.get().orElseThrow(() -> unavailable().asException()));
        } catch (JedisException failed) {
            throw unavailable().asException(failed);
        }
    }

    void tell(Consumer<UnifiedJedis> command) {
        ask(
                redis -> {
                    command.accept(redis);
                    return true;
                });
    }

    /** Sends many commands and waits once; then asks for what their responses come to. */
    <T> T pipeline(Function<AbstractPipeline, Supplier<T>> commands) {
        return ask(
                redis -> {
                    try (AbstractPipeline pipeline = redis.pipelined()) {
                        Supplier<T> answers = commands.apply(pipeline);
                        pipeline.sync();
                        return answers.get();
                    }
                });
    }

    private static Problem.Unavailable unavailable() {
        return new Problem.Unavailable("Redis", RETRY_AFTER);
    }
}
