package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Check;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.RedisServerExtension;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** Redis is gone, silent, or off: a clear answer in time. */
class RedisAwayIT {
    private static void assertUnavailable(ProblemException thrown) {
        assertThat(thrown.problem())
                .isInstanceOfSatisfying(
                        Problem.Unavailable.class,
                        problem -> assertThat(problem.dependency()).isEqualTo("Redis"));
    }

    @Test
    void aRedisThatIsGoneIsUnavailable() {
        try (RedisConnections away = TestRedis.away()) {
            assertThatThrownBy(() -> new RedisEphemeral(away).get("a:b"))
                    .isInstanceOfSatisfying(ProblemException.class, RedisAwayIT::assertUnavailable);
        }
    }

    @Test
    @Timeout(10)
    void aRedisThatNeverAnswersIsUnavailableInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RedisConnections connections = TestRedis.connections(silent.getLocalPort())) {
            assertThatThrownBy(
                            () ->
                                    new RedisOnceStore(connections)
                                            .firstTime("a:b", Duration.ofMinutes(1)))
                    .isInstanceOfSatisfying(ProblemException.class, RedisAwayIT::assertUnavailable);
        }
    }

    @Test
    void aRedisThatIsOffIsUnavailable() {
        try (RedisConnections off =
                TestRedis.connections(MapConfiguration.empty().withNull("redis.port"))) {
            assertThatThrownBy(() -> new RedisEphemeral(off).take("a:b"))
                    .isInstanceOfSatisfying(ProblemException.class, RedisAwayIT::assertUnavailable);
            assertThat(new RedisCheck(off).look().state()).isEqualTo(Check.State.DEGRADED);
        }
    }

    @Test
    void anErrorThatRedisAnswersIsUnavailable() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.select(1);
            redis.lpush("consoleme:value:a:b", "a list");

            assertThatThrownBy(() -> new RedisEphemeral(connections).get("a:b"))
                    .isInstanceOfSatisfying(ProblemException.class, RedisAwayIT::assertUnavailable);
            redis.del("consoleme:value:a:b");
        }
    }

    @Test
    void theCheckIsDegradedAndNotDown() {
        try (RedisConnections away = TestRedis.away()) {
            assertThat(new RedisCheck(away).look().state()).isEqualTo(Check.State.DEGRADED);
        }
    }

    @Test
    void theCheckNamesCelerysKeys() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.flushAll();
            assertThat(new RedisCheck(connections).look())
                    .isEqualTo(Check.Finding.up("databases 0 and 1"));
            redis.select(1);
            redis.lpush("celery", "a task");
            redis.sadd("_kombu.binding.celery", "x");

            Check.Finding found = new RedisCheck(connections).look();

            assertThat(found.state()).isEqualTo(Check.State.UP);
            assertThat(found.detail()).contains("celery, _kombu.binding.celery");
            assertThat(found.todo()).isPresent();
        }
    }

    @Test
    void aLeaseIsOursWhileNobodyElseCanHaveTakenIt() throws IOException {
        int port = RedisServerExtension.freePort();
        RedisServer server = RedisServerExtension.server(port);
        server.start();
        SettableClock clock = SettableClock.atNoon();
        try (RedisConnections connections = TestRedis.connections(port)) {
            Leases.Lease lease =
                    new RedisLeases(connections, clock)
                            .take("account-iam", "node-1", Duration.ofMinutes(1))
                            .orElseThrow();
            server.stop();

            clock.advance(Duration.ofSeconds(59));
            assertThat(lease.renew()).isTrue();
            clock.advance(Duration.ofSeconds(1));
            assertThat(lease.renew()).isFalse();
            lease.close();
        }
    }
}
