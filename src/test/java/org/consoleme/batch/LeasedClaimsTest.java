package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.consoleme.audit.DeliveryClaims.Claim;
import org.consoleme.audit.Lane;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryLeases;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Leases;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class LeasedClaimsTest {
    private static final Lane LANE = new Lane(Lane.Work.ANNOUNCE, "r1");

    private final SettableClock clock = SettableClock.atNoon();
    private final Leases leases = new InMemoryLeases(clock);
    private final LeasedClaims here = claims("a", leases);
    private final LeasedClaims there = claims("b", leases);

    @Test
    void aLaneIsOneNodesAtATime() {
        Claim mine = here.take(LANE).orElseThrow();

        assertThat(there.take(LANE).isPresent()).isFalse();
        assertThat(there.take(new Lane(Lane.Work.APPLY, "r1")).isPresent()).isTrue();
        mine.close();
        assertThat(there.take(LANE).isPresent()).isTrue();
    }

    @Test
    void aLaneIsOneWorkersAtATimeWithinANode() {
        Claim mine = here.take(LANE).orElseThrow();

        assertThat(here.take(LANE).isPresent()).isFalse();
        mine.close();
        assertThat(here.take(LANE).isPresent()).isTrue();
    }

    @Test
    void anEventInAnOldListIsNotDeliveredAgainWhereverThatListIs() {
        try (Claim claim = here.take(LANE).orElseThrow()) {
            assertThat(claim.first(event(0))).isTrue();
        }

        try (Claim claim = there.take(LANE).orElseThrow()) {
            assertThat(claim.first(event(0))).isFalse();
        }
        try (Claim claim = here.take(LANE).orElseThrow()) {
            assertThat(claim.first(event(0))).isFalse();
            assertThat(claim.first(event(1))).as("the next attempt").isTrue();
        }
    }

    @Test
    void whatADeadNodeLeftIsFreeAfterAMinute() {
        here.take(LANE).orElseThrow().first(event(0));

        clock.advance(Duration.ofSeconds(59));
        assertThat(there.take(LANE).isPresent()).isFalse();
        clock.advance(Duration.ofSeconds(2));

        assertThat(there.take(LANE).orElseThrow().first(event(0))).isTrue();
    }

    @Test
    void aNodeThatStartsAgainGoesOnAtOnce() {
        here.take(LANE).orElseThrow().first(event(0));

        LeasedClaims again = claims("a", leases);

        assertThat(again.take(LANE).orElseThrow().first(event(0))).isTrue();
    }

    @Test
    void withoutRedisEachNodeMindsOnlyItself() {
        Leases away =
                (name, holder, life) -> {
                    throw new Problem.Unavailable("Redis", Duration.ofSeconds(5)).asException();
                };
        LeasedClaims one = claims("a", away);
        LeasedClaims other = claims("b", away);

        Claim mine = one.take(LANE).orElseThrow();

        assertThat(mine.first(event(0))).isTrue();
        assertThat(mine.first(event(0))).isFalse();
        assertThat(one.take(LANE).isPresent()).isFalse();
        assertThat(other.take(LANE).orElseThrow().first(event(0))).isTrue();
    }

    private OutboxEvent event(int attempts) {
        return new OutboxEvent(
                "01",
                Kind.ANNOUNCE_REQUEST,
                LANE.request(),
                clock.instant(),
                attempts,
                clock.instant());
    }

    private LeasedClaims claims(String node, Leases shared) {
        return new LeasedClaims(
                shared,
                BatchSettings.from(new MapConfiguration(Map.of("node.name", node)), "host"),
                clock);
    }
}
