package org.consoleme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SomeGrants.open;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Startup;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.consoleme.access.ExpireGrants;
import org.consoleme.access.LiveGrants;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.notifications.NotificationSettings;
import org.consoleme.notifications.RemindOfEnd;
import org.consoleme.shared.Problem;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class GrantKeeperTest {
    private static final UserId ANA = new UserId("ana@example.com");

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryGrants stored = new InMemoryGrants(new InMemoryAuditTrail(), outbox);
    private final LiveGrants known = new LiveGrants(stored, clock);
    private final List<Runnable> turns = new ArrayList<>();
    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private boolean busy;

    GrantKeeperTest() {
        new GrantKeeper(
                        known,
                        stored,
                        new ExpireGrants(stored, clock),
                        new RemindOfEnd(known, stored, new NotificationSettings(List.of()), clock),
                        scheduler(),
                        executor())
                .start(new Startup());
    }

    @Test
    void eachTurnReadsTheGrants() {
        // Given
        granted("g-0");
        // When
        turns.getFirst().run();
        // Then
        assertThat(known.of(ANA)).hasSize(1);
    }

    @Test
    void manyChangesAreReadAtOnceAndALaterOneAgain() {
        // Given
        granted("g-0");
        granted("g-1");
        assertThat(handedOver).hasSize(1);
        // When
        handedOver.remove().run();
        granted("g-2");
        // Then
        assertThat(known.of(ANA)).hasSize(2);
        handedOver.remove().run();
        assertThat(known.of(ANA)).hasSize(3);
    }

    @Test
    void aBusyServerLeavesAChangeToTheNextTurnAndHearsTheOneAfter() {
        // Given
        busy = true;
        granted("g-0");
        busy = false;
        // When
        granted("g-1");
        // Then
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void aGrantThatRanOutIsNotedOnceByTheNextTurn() {
        // Given
        granted("g-0");
        turns.getFirst().run();
        clock.advance(Duration.ofHours(1));
        // When
        turns.getFirst().run();
        turns.getFirst().run();
        // Then
        assertThat(stored.live(Instant.EPOCH)).isEmpty();
    }

    @Test
    void aGrantThatEndsSoonIsRemindedOfOnceByTheTurns() {
        // Given
        granted("g-0");
        turns.getFirst().run();
        assertThat(outbox.due(clock.instant(), 10))
                .extracting(OutboxEvent::kind)
                .doesNotContain(Kind.REMIND_OF_END);
        // When
        clock.advance(Duration.ofMinutes(50));
        turns.getFirst().run();
        turns.getFirst().run();
        // Then
        assertThat(outbox.due(clock.instant(), 10))
                .extracting(OutboxEvent::kind)
                .containsOnlyOnce(Kind.REMIND_OF_END);
    }

    @Test
    void aTurnWhileTheStoreIsAwayIsNotTheLast() {
        // Given
        granted("g-0");
        stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        turns.getFirst().run();
        // When
        stored.works();
        turns.getFirst().run();
        // Then
        assertThat(known.of(ANA)).hasSize(1);
    }

    private void granted(String id) {
        open(
                stored,
                id,
                ANA.value(),
                "arn:aws:iam::200000000002:role/reader",
                clock.instant(),
                Duration.ofHours(1));
    }

    private ManagedScheduledExecutorService scheduler() {
        return (ManagedScheduledExecutorService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedScheduledExecutorService.class},
                        (proxy, method, arguments) -> {
                            turns.add((Runnable) arguments[0]);
                            return null;
                        });
    }

    private ManagedExecutorService executor() {
        return (ManagedExecutorService)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ManagedExecutorService.class},
                        (proxy, method, arguments) -> {
                            if (busy) {
                                throw new RejectedExecutionException("busy");
                            }
                            handedOver.add((Runnable) arguments[0]);
                            return null;
                        });
    }
}
