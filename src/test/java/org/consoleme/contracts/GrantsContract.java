package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.consoleme.access.Grant;
import org.consoleme.access.Grants;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.UserId;
import org.junit.jupiter.api.Test;

public abstract class GrantsContract extends GrantOpeningsContract {
    private static Grant ending(Grant grant, Instant end) {
        return new Grant(
                grant.id(),
                grant.revision(),
                grant.request(),
                grant.user(),
                grant.role(),
                grant.start(),
                end,
                grant.closed());
    }

    @Test
    void aChangeIsStoredWithItsAuditRowAndItsAnnouncement() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        Grant returned = closed(opened, Grant.How.RETURNED, NOW.plusSeconds(5));

        Grant stored = grants.replace(opened, returned, audit(opened, NOW.plusSeconds(5)));

        assertThat(stored.revision()).isEqualTo(2);
        assertThat(grants.find(opened.id())).contains(stored);
        assertThat(stored.closed()).isEqualTo(returned.closed());
        assertThat(auditedSubjects()).containsExactly("g-0", "g-0");
        assertThat(outbox().due(NOW.plusSeconds(5), 10)).hasSize(2);
    }

    @Test
    void whoComesSecondChangesNothing() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        Grant stored =
                grants.replace(opened, closed(opened, Grant.How.RETURNED, NOW), audit(opened, NOW));

        assertThatThrownBy(
                        () ->
                                grants.replace(
                                        opened,
                                        closed(opened, Grant.How.REVOKED, NOW),
                                        audit(opened, NOW)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        error -> assertThat(error.problem()).isInstanceOf(Problem.Conflict.class));
        assertThat(grants.find(opened.id())).contains(stored);
        assertThat(auditedSubjects()).hasSize(2);
        assertThat(outbox().due(NOW, 10)).hasSize(2);
    }

    @Test
    void ofManyAtATimeOneWins() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        ConcurrentLinkedQueue<Grant> won = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Problem> lost = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(
                            i ->
                                    threads.execute(
                                            () -> {
                                                try {
                                                    won.add(
                                                            grants.replace(
                                                                    opened,
                                                                    closed(
                                                                            opened,
                                                                            Grant.How.REVOKED,
                                                                            NOW.plusSeconds(i)),
                                                                    audit(opened, NOW)));
                                                } catch (ProblemException error) {
                                                    lost.add(error.problem());
                                                }
                                            }));
        }

        assertThat(won).hasSize(1);
        assertThat(lost)
                .allSatisfy(problem -> assertThat(problem).isInstanceOf(Problem.Conflict.class));
        assertThat(grants.find(opened.id())).contains(won.peek());
    }

    @Test
    void aPersonSeesTheirOwnWhateverTheSpellingThoseThatEndLastFirst() {
        Grants grants = grants();
        open(grants, grant("g-1", ANA, NOW.plusSeconds(100)));
        open(grants, grant("g-2", new UserId("Ana@Example.COM"), NOW.plusSeconds(300)));
        open(grants, grant("g-3", ANA, NOW.plusSeconds(200)));
        open(grants, grant("g-4", new UserId("bo@example.com"), NOW.plusSeconds(400)));

        eventually(
                () ->
                        assertThat(grants.of(ANA, 10))
                                .extracting(grant -> grant.id().value())
                                .containsExactly("g-2", "g-3", "g-1"));
        assertThat(grants.of(ANA, 2)).hasSize(2);
    }

    @Test
    void whatIsOpenAndNotOverMayBeLive() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        Grant other = open(grants, grant("g-1", ANA, END));
        Grant over = open(grants, grant("g-2", ANA, NOW.plusSeconds(10)));
        grants.replace(
                other,
                closed(other, Grant.How.REVOKED, NOW.plusSeconds(5)),
                audit(other, NOW.plusSeconds(5)));

        eventually(
                () ->
                        assertThat(grants.live(NOW.plusSeconds(10)))
                                .extracting(Grant::id)
                                .containsExactly(opened.id()));
        eventually(
                () ->
                        assertThat(grants.live(NOW))
                                .extracting(Grant::id)
                                .containsExactlyInAnyOrder(opened.id(), over.id()));
    }

    @Test
    void aGrantThatEndedIsListedUntilItsEndIsRecorded() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        eventually(() -> assertThat(grants.live(NOW)).containsExactly(opened));

        Grant recorded = grants.replace(opened, opened, audit(opened, END));

        eventually(() -> assertThat(grants.live(NOW)).isEmpty());
        assertThat(recorded.revision()).isEqualTo(2);
    }

    @Test
    void anotherEndIsSeenByWhoKnewTheFormer() {
        Grants grants = grants();
        Grant opened = open(grants, grant("g-0", ANA, END));
        eventually(() -> assertThat(grants.live(NOW)).containsExactly(opened));

        Grant longer =
                grants.replace(opened, ending(opened, END.plusSeconds(1)), audit(opened, NOW));

        eventually(() -> assertThat(grants.live(NOW)).containsExactly(longer));
    }

    @Test
    void whoListensHearsOfEachChange() {
        Grants grants = grants();
        AtomicInteger heard = new AtomicInteger();
        grants.onChange(heard::incrementAndGet);

        Grant opened = open(grants, grant("g-0", ANA, END));
        eventually(() -> assertThat(heard.get()).isPositive());
        int before = heard.get();
        grants.replace(opened, closed(opened, Grant.How.RETURNED, NOW), audit(opened, NOW));

        eventually(() -> assertThat(heard.get()).isGreaterThan(before));
    }
}
