package org.consoleme.slack.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.consoleme.audit.AuditEvent;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.identity.SlackKey;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;
import org.consoleme.testing.VirtualThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final VirtualThreads threads = new VirtualThreads();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Refusals refusals = new Refusals(audit, threads.service(), clock, meters);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void tenRowsASecondAreWrittenHoweverManyAsk() {
        // When
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                crowd.execute(() -> refusals.refused("Unsigned", "192.0.2.1"));
            }
        }
        threads.close();
        // Then
        assertThat(audit.events()).hasSize(10);
        assertThat(
                        meters.get("consoleme.slack.refused")
                                .tag("reason", "Unsigned")
                                .counter()
                                .count())
                .isEqualTo(500);
    }

    @Test
    void theNextSecondHasRoomAgain() {
        // When
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 11; i++) {
                refusals.refused("Unsigned", "192.0.2.1");
            }
            clock.advance(Duration.ofSeconds(1));
        }
        // Then
        Awaitility.await().until(() -> audit.events().size() == 30);
        assertThat(audit.events()).hasSize(30);
    }

    @Test
    void aStrangerIsWrittenByAddressASlackUserByKey() {
        // When
        refusals.refused("Unsigned", "192.0.2.1");
        Awaitility.await().until(() -> audit.events().size() == 1);
        refusals.refused("NotAMember", new SlackKey("T1", "U1"));
        Awaitility.await().until(() -> audit.events().size() == 2);
        // Then
        AuditEvent stranger = audit.events().getFirst();
        AuditEvent user = audit.events().getLast();
        assertThat(stranger.origin().actor()).isEqualTo("unknown");
        assertThat(stranger.origin().toString()).contains("192.0.2.1");
        assertThat(user.origin().actor()).isEqualTo("T1#U1");
        assertThat(user.reason()).contains("NotAMember");
    }

    @Test
    void aFullServerOrAnAuditTrailThatIsDownStopsNobody() {
        // Given
        audit.failsWith(new Problem.Unavailable("The audit trail", Duration.ofSeconds(1)));
        refusals.refused("Unsigned", "192.0.2.1");
        threads.fill();
        // When
        refusals.refused("Unsigned", "192.0.2.1");
        threads.close();
        // Then
        assertThat(audit.events()).isEmpty();
    }
}
