package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.inventory.AccountIndex;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.RoleArn;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

@ExtendWith(RedisServerExtension.class)
class AccountIndexesIT {
    private static final AccountId ACCOUNT = new AccountId("200000000002");

    private final RedisConnections connections = TestRedis.connections();
    private final RedisChannel channel =
            new RedisChannel(connections, Thread.ofVirtual().factory());
    private final RedisAccountIndexes indexes = new RedisAccountIndexes(connections, channel);

    @Test
    void agesAreReadWithoutTheIndexes() {
        indexes.publish(index("v1"));
        assertThat(indexes.ages())
                .containsEntry(ACCOUNT, Instant.parse("2026-03-01T12:00:00.123456Z"));

        indexes.retire(ACCOUNT);

        assertThat(indexes.ages()).doesNotContainKey(ACCOUNT);
    }

    @Test
    void anAgeThatIsNoneIsPassedOver() {
        try (Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.hset("consoleme:index:ages", Map.of("not an account", "x", "200000000003", "x"));
        }

        assertThat(indexes.ages()).doesNotContainKey(new AccountId("200000000003"));
    }

    @AfterEach
    void close() {
        channel.close();
        connections.close();
    }

    private static AccountIndex index(String version) {
        return new AccountIndex(
                ACCOUNT,
                version,
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                List.of(
                        new IndexedRole(
                                RoleArn.parse("arn:aws-cn:iam::200000000002:role/a/b/reader"),
                                Set.of("finops@example.com", "ünïcode"),
                                Set.of("dev"),
                                Duration.ofHours(12),
                                Optional.of("owner@example.com"),
                                Optional.of(""),
                                Map.of("team", "finops", "empty", "")),
                        new IndexedRole(
                                RoleArn.parse("arn:aws:iam::200000000002:role/bare"),
                                Set.of(),
                                Set.of(),
                                IndexedRole.DEFAULT_MAX_SESSION,
                                Optional.empty(),
                                Optional.empty(),
                                Map.of())));
    }

    @Test
    void anIndexIsReadAsItWasPublished() {
        indexes.publish(index("v1"));

        assertThat(indexes.read(ACCOUNT)).contains(index("v1"));
        assertThat(indexes.versions()).isEqualTo(Map.of(ACCOUNT, "v1"));
        assertThat(indexes.read(new AccountId("300000000003"))).isEmpty();
    }

    @Test
    void aRetiredAccountIsGone() {
        indexes.publish(index("v1"));
        indexes.retire(ACCOUNT);

        assertThat(indexes.read(ACCOUNT)).isEmpty();
        assertThat(indexes.versions()).isEmpty();
    }

    @Test
    void whatIsNoIndexOfThisFormatIsNotRead() {
        try (Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.set("consoleme:index:200000000002", "rubbish");
        }

        assertThat(indexes.read(ACCOUNT)).isEmpty();
    }

    @Test
    void everyNodeHearsOfAPublication() {
        AtomicInteger heard = new AtomicInteger();
        try (RedisConnections other = TestRedis.connections()) {
            RedisChannel theirs = new RedisChannel(other, Thread.ofVirtual().factory());
            new RedisAccountIndexes(other, theirs).onChange(heard::incrementAndGet);
            await().atMost(Duration.ofSeconds(10)).until(() -> heard.get() > 0);
            int before = heard.get();

            indexes.publish(index("v2"));

            await().atMost(Duration.ofSeconds(10)).until(() -> heard.get() > before);
            theirs.close();
        }
        assertThat(heard).hasPositiveValue();
    }

    @Test
    void aListenerHearsAgainAfterRedisWasAway() throws IOException {
        int port = RedisServerExtension.freePort();
        RedisServer server = RedisServerExtension.server(port);
        server.start();
        AtomicInteger heard = new AtomicInteger();
        try (RedisConnections own = TestRedis.connections(port)) {
            RedisChannel listening = new RedisChannel(own, Thread.ofVirtual().factory());
            listening.listen(RedisChannel.INDEXES, heard::incrementAndGet);
            await().atMost(Duration.ofSeconds(10)).until(() -> heard.get() == 1);

            server.stop();
            server.start();

            await().atMost(Duration.ofSeconds(20)).until(() -> heard.get() > 1);
            listening.close();
        } finally {
            server.stop();
        }
        assertThat(heard).hasValueGreaterThan(1);
    }
}
