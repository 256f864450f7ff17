package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Challenge;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;
import org.consoleme.testing.Golden;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.Jedis;

@ExtendWith(RedisServerExtension.class)
class ConsoleMeChallengesIT {
    private static final String TOKEN = "5ace5df6-a01f-4f9c-9371-49365544b62a";

    @Test
    void aChallengeOfConsoleMesIsReadAndApprovedInItsWords() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.hset(
                    "TOKEN_CHALLENGES_TEMP",
                    TOKEN,
                    Golden.redisHash("TOKEN_CHALLENGES_TEMP").path(TOKEN).asText());
            RedisChallenges challenges = new RedisChallenges(connections, MapConfiguration.empty());

            Challenge found = challenges.find(TOKEN).orElseThrow();
            boolean approved =
                    challenges.replace(
                            found,
                            new Challenge(
                                    TOKEN,
                                    found.user(),
                                    found.address(),
                                    found.createdAt(),
                                    found.expiresAt(),
                                    Challenge.State.APPROVED,
                                    Optional.of("n"),
                                    true,
                                    Set.of(new GroupName("finops@corp.example"))));

            assertThat(found.user()).isEqualTo(new UserId("kim@corp.example"));
            assertThat(found.expiresAt()).isEqualTo(Instant.ofEpochSecond(1795256743L));
            assertThat(found.state()).isEqualTo(Challenge.State.PENDING);
            assertThat(approved).isTrue();
            JsonNode stored = Golden.parse(redis.hget("TOKEN_CHALLENGES_TEMP", TOKEN));
            assertThat(stored.path("status").asText()).isEqualTo("success");
            assertThat(stored.path("ttl").asLong()).isEqualTo(1795256743L);
            assertThat(stored.path("groups").get(0).asText()).isEqualTo("finops@corp.example");
        }
    }

    @Test
    void whatIsNoChallengeIsNotFoundAndIsSwept() {
        try (RedisConnections connections = TestRedis.connections();
                Jedis redis = new Jedis("127.0.0.1", RedisServerExtension.port())) {
            redis.hset("TOKEN_CHALLENGES_TEMP", "broken", "{\"user\":");
            RedisChallenges challenges = new RedisChallenges(connections, MapConfiguration.empty());

            assertThat(challenges.find("broken")).isEmpty();
            challenges.sweep(Instant.EPOCH);

            assertThat(challenges.open()).isZero();
        }
    }
}
