package org.consoleme.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** One claim, and in it each effect for itself. */
class EffectsOfOneLaneTest {
    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ScriptedHandler apply = new ScriptedHandler(Kind.APPLY_REQUEST);
    private final ScriptedHandler request = new ScriptedHandler(Kind.ANNOUNCE_REQUEST);
    private final ScriptedHandler grant = new ScriptedHandler(Kind.ANNOUNCE_GRANT);
    private final List<Lane> claimed = new ArrayList<>();
    private final DeliverEvents deliver =
            new DeliverEvents(outbox, List.of(apply, request, grant), this::claim, clock);

    @Test
    void whatIsToldOfARequestIsClaimedOnceAndEachKindIsTold() {
        write("r1", Kind.ANNOUNCE_REQUEST);
        write("r1-0", Kind.ANNOUNCE_GRANT);
        write("r1", Kind.ANNOUNCE_REQUEST);

        Delivery delivery = deliver.handle();

        assertThat(claimed).containsExactly(new Lane(Lane.Work.ANNOUNCE, "r1"));
        assertThat(request.done()).containsExactly("r1");
        assertThat(grant.done()).containsExactly("r1-0");
        assertThat(delivery.delivered().values()).containsExactlyInAnyOrder(2, 1);
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void aGrantThatCannotBeToldKeepsItsRequestFromNothing() {
        write("r1-0", Kind.ANNOUNCE_GRANT);
        write("r1", Kind.ANNOUNCE_REQUEST);
        grant.alwaysFails("r1-0", new IllegalStateException("broken"));

        deliver.handle();

        assertThat(request.done()).containsExactly("r1");
        assertThat(outbox.all()).extracting(OutboxEvent::subject).containsExactly("r1-0");
    }

    @Test
    void whatIsToBeAppliedGoesBeforeOlderAnnouncements() {
        write("r1", Kind.ANNOUNCE_REQUEST);
        write("r2", Kind.APPLY_REQUEST);

        deliver.handle(outbox.all());

        assertThat(claimed)
                .containsExactly(
                        new Lane(Lane.Work.APPLY, "r2"), new Lane(Lane.Work.ANNOUNCE, "r1"));
    }

    private void write(String subject, Kind kind) {
        outbox.write(subject, List.of(kind), clock.instant());
    }

    private Optional<DeliveryClaims.Claim> claim(Lane lane) {
        claimed.add(lane);
        return Optional.of(new FreeClaim());
    }
}
