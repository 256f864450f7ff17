package org.consoleme.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.contracts.ChallengesContract;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.identity.Challenge;
import org.consoleme.identity.Challenges;
import org.consoleme.shared.UserId;
import org.consoleme.testing.RedisServerExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisServerExtension.class)
class RedisChallengesIT extends ChallengesContract {
    private final RedisConnections connections = TestRedis.connections();
    private final Challenges tested = new RedisChallenges(connections, MapConfiguration.empty());

    @Override
    protected Challenges challenges() {
        return tested;
    }

    /** Two nodes behind a balancer, with one Redis. */
    @Test
    void lg15_whatOneNodeBeganAnotherFinishes() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Challenge begun =
                new Challenge(
                        "00000000-0000-4000-8000-000000000015",
                        new UserId("ana@example.com"),
                        Optional.of("192.0.2.7"),
                        now,
                        now.plusSeconds(180),
                        Challenge.State.PENDING,
                        Optional.empty(),
                        false,
                        Set.of());
        tested.create(begun);
        try (RedisConnections elsewhere = TestRedis.connections()) {
            Challenges other = new RedisChallenges(elsewhere, MapConfiguration.empty());
            assertThat(other.find(begun.token())).contains(begun);
            other.remove(begun.token());
        }

        assertThat(tested.find(begun.token())).isEmpty();
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
