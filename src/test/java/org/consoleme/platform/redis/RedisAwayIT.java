package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.consoleme.operations.Check;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.FlatConfiguration;
import org.consoleme.testing.RedisServerExtension;
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
                TestRedis.connections(FlatConfiguration.empty().withNull("redis.port"))) {
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
        Turning clock = new Turning();
        try (RedisConnections connections = TestRedis.connections(port)) {
            Leases.Lease lease =
                    new RedisLeases(connections, clock)
                            .take("account-iam", "node-1", Duration.ofMinutes(1))
                            .orElseThrow();
            server.stop();

            clock.now = clock.now.plusSeconds(59);
            assertThat(lease.renew()).isTrue();
            clock.now = clock.now.plusSeconds(1);
            assertThat(lease.renew()).isFalse();
            lease.close();
        }
    }

    private static final class Turning extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
