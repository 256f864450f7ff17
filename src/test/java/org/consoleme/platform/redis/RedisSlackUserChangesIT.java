package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisSlackUserChangesIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static RedisChannel channel(RedisConnections connections) {
        return new RedisChannel(connections, Thread.ofVirtual().factory());
    }

    @Test
    void aWordOfOneNodeReachesTheOther() {
        try (RedisConnections here = TestRedis.connections();
                RedisConnections there = TestRedis.connections()) {
            RedisChannel listening = channel(there);
            new RedisSlackUserChanges(listening).listen(heard::add);
            await().atMost(SOON).until(() -> heard.equals(List.of("")));

            new RedisSlackUserChanges(channel(here)).publish("U0ENGINEER");

            await().atMost(SOON).until(() -> heard.equals(List.of("", "U0ENGINEER")));
            listening.close();
        }
    }

    @Test
    void withoutRedisThisNodeHearsItAllTheSame() {
        try (RedisConnections away = TestRedis.away()) {
            RedisChannel channel = channel(away);
            RedisSlackUserChanges changes = new RedisSlackUserChanges(channel);
            changes.listen(heard::add);
            assertThatCode(() -> changes.publish("U0ENGINEER")).doesNotThrowAnyException();
            assertThat(heard).containsExactly("U0ENGINEER");
            channel.close();
        }
    }
}
