package org.consoleme.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.testing.SomeGrants.end;
import static org.consoleme.testing.SomeGrants.open;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.consoleme.audit.Door;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryGrants;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpireGrantsTest {
    private static final String ROLE = "arn:aws:iam::200000000002:role/reader";
    private static final String ANA = "ana@example.com";

    private final SettableClock clock = SettableClock.atNoon();
    private final Instant noon = clock.instant();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryGrants stored = new InMemoryGrants(audit, outbox);
    private final ExpireGrants expire = new ExpireGrants(stored, clock);

    @BeforeEach
    void anHourAndAnEightHourGrant() {
        open(stored, "g-0", ANA, ROLE, noon, Duration.ofHours(1));
        open(stored, "g-1", ANA, ROLE, noon, Duration.ofHours(8));
        audit.clear();
        outbox.all().forEach(outbox::done);
    }

    @Test
    void beforeItsEndAGrantIsLeftAlone() {
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(expire.handle()).isZero();
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void slackT86_atItsEndAGrantIsNotedAndAnnouncedOnce() {
        // Given
        clock.advance(Duration.ofHours(1));
        // When
        assertThat(expire.handle()).isEqualTo(1);
        assertThat(expire.handle()).isZero();
        // Then
        assertThat(audit.events())
                .singleElement()
                .satisfies(row -> assertThat(row.subject()).isEqualTo("g-0"))
                .satisfies(row -> assertThat(row.origin().door()).isEqualTo(Door.BATCH))
                .satisfies(row -> assertThat(row.details()).containsEntry("command", "end"));
        assertThat(outbox.all()).hasSize(1);
    }

    @Test
    void severalNodesNoteAGrantOnce() throws Exception {
        // Given
        clock.advance(Duration.ofHours(9));
        // When
        int noted = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> nodes =
                    IntStream.range(0, 20)
                            .mapToObj(i -> threads.submit(new ExpireGrants(stored, clock)::handle))
                            .toList();
            for (Future<Integer> node : nodes) {
                noted += node.get();
            }
        }
        // Then
        assertThat(noted).isEqualTo(2);
        assertThat(audit.events()).hasSize(2);
        assertThat(outbox.all()).hasSize(2);
    }

    @Test
    void whatSomebodyEndedBeforeItsTimeIsNotNotedAgain() {
        // Given
        Grant grant = stored.find(new GrantId("g-0")).orElseThrow();
        end(stored, grant, ANA, noon.plusSeconds(60), Grant.How.RETURNED);
        audit.clear();
        clock.advance(Duration.ofHours(2));
        // When, Then
        assertThat(expire.handle()).isZero();
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void whatTheStoreBeingAwayPreventedTheNextRunDoes() {
        // Given
        clock.advance(Duration.ofHours(1));
        stored.failsWith(new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)));
        assertThatThrownBy(expire::handle).hasMessageContaining("DynamoDB");
        // When
        stored.works();
        // Then
        assertThat(expire.handle()).isEqualTo(1);
    }
}
