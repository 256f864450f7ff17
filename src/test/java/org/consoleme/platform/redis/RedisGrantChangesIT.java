package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisGrantChangesIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    private static RedisChannel channel(RedisConnections connections) {
        return new RedisChannel(connections, Thread.ofVirtual().factory());
    }

    @Test
    void aWordOfOneNodeReachesTheOther() {
        AtomicInteger heard = new AtomicInteger();
        try (RedisConnections here = TestRedis.connections();
                RedisConnections there = TestRedis.connections()) {
            RedisChannel listening = channel(there);
            new RedisGrantChanges(listening).listen(heard::incrementAndGet);
            await().atMost(SOON).untilAtomic(heard, is(1));

            new RedisGrantChanges(channel(here)).publish();

            await().atMost(SOON).untilAtomic(heard, is(2));
            listening.close();
        }
    }

    @Test
    void withoutRedisNothingFails() {
        try (RedisConnections away = TestRedis.away()) {
            assertThatCode(new RedisGrantChanges(channel(away))::publish)
                    .doesNotThrowAnyException();
        }
    }
}
