package org.consoleme.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;
import org.junit.jupiter.api.Test;

public abstract class OutboxContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

    protected abstract Outbox outbox();

    /** Stores it as whoever makes an effect due does, and tells the listeners of this node. */
    protected abstract void write(OutboxEvent event);

    private static OutboxEvent event(String id, OutboxEvent.Kind kind, String subject) {
        return new OutboxEvent(id, kind, subject, NOW, 0, NOW);
    }

    private static OutboxEvent apply(String id, String subject) {
        return event(id, OutboxEvent.Kind.APPLY_REQUEST, subject);
    }

    @Test
    void whatIsDueComesOldestFirstWhateverItIsAbout() {
        Outbox outbox = outbox();
        List<OutboxEvent> events =
                IntStream.range(10, 40).mapToObj(i -> apply("01A" + i, "subject-" + i)).toList();
        events.reversed().forEach(this::write);

        assertThat(outbox.due(NOW, 100)).containsExactlyElementsOf(events);
        assertThat(outbox.due(NOW, 7)).containsExactlyElementsOf(events.subList(0, 7));
    }

    @Test
    void nothingIsDueBeforeItsTime() {
        Outbox outbox = outbox();
        OutboxEvent tomorrow =
                new OutboxEvent(
                        "01A", OutboxEvent.Kind.ANNOUNCE_GRANT, "g-1", NOW, 0, NOW.plusSeconds(9));
        write(tomorrow);

        assertThat(outbox.due(NOW.plusSeconds(8), 10)).isEmpty();
        assertThat(outbox.due(NOW.plusSeconds(9), 10)).containsExactly(tomorrow);
    }

    @Test
    void whatIsDoneIsGone() {
        Outbox outbox = outbox();
        OutboxEvent event = apply("01A", "r-1");
        write(event);

        outbox.done(event);
        outbox.done(event);

        assertThat(outbox.due(NOW, 10)).isEmpty();
    }

    @Test
    void anAttemptInVainIsCountedAndWaits() {
        Outbox outbox = outbox();
        OutboxEvent event = apply("01A", "r-1");
        write(event);

        outbox.later(event, NOW.plusSeconds(5));

        assertThat(outbox.due(NOW, 10)).isEmpty();
        assertThat(outbox.due(NOW.plusSeconds(5), 10))
                .containsExactly(
                        new OutboxEvent(
                                "01A",
                                OutboxEvent.Kind.APPLY_REQUEST,
                                "r-1",
                                NOW,
                                1,
                                NOW.plusSeconds(5)));
    }

    @Test
    void whatAnotherNodeDidMeanwhileStaysGone() {
        Outbox outbox = outbox();
        OutboxEvent event = apply("01A", "r-1");
        write(event);
        outbox.done(event);

        outbox.later(event, NOW);

        assertThat(outbox.due(NOW.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void theSecondOfAKindWaitsForTheFirstOfItsSubject() {
        Outbox outbox = outbox();
        OutboxEvent first = apply("01A", "r-1");
        write(first);
        write(apply("01B", "r-1"));
        OutboxEvent other = apply("01C", "r-2");
        write(other);

        outbox.later(first, NOW.plusSeconds(60));

        assertThat(outbox.due(NOW, 10)).containsExactly(other);
        assertThat(outbox.due(NOW.plusSeconds(60), 10))
                .extracting(OutboxEvent::id)
                .containsExactly("01A", "01B", "01C");
    }

    @Test
    void aMessageThatCannotBeToldKeepsNothingFromBeingApplied() {
        Outbox outbox = outbox();
        OutboxEvent message = event("01A", OutboxEvent.Kind.ANNOUNCE_REQUEST, "r-1");
        write(message);
        OutboxEvent effect = apply("01B", "r-1");
        write(effect);

        outbox.later(message, NOW.plusSeconds(60));

        assertThat(outbox.due(NOW, 10)).containsExactly(effect);
    }

    @Test
    void howeverMuchIsToBeToldWhatIsToBeAppliedComesFirst() {
        Outbox outbox = outbox();
        IntStream.range(100, 250)
                .forEach(i -> write(event("01A" + i, OutboxEvent.Kind.ANNOUNCE_REQUEST, "r-" + i)));
        OutboxEvent effect = apply("01B", "r-100");
        write(effect);

        assertThat(outbox.due(NOW, 100)).hasSize(100).startsWith(effect);
        assertThat(outbox.due(NOW, 1)).containsExactly(effect);
        outbox.done(effect);
        assertThat(outbox.due(NOW, 1)).extracting(OutboxEvent::id).containsExactly("01A100");
    }

    @Test
    void howeverMuchIsToBeAppliedHalfOfTheRoomIsForWhatIsToBeTold() {
        Outbox outbox = outbox();
        IntStream.range(100, 250).forEach(i -> write(apply("01A" + i, "r-" + i)));
        OutboxEvent message = event("01B", OutboxEvent.Kind.ANNOUNCE_REQUEST, "r-100");
        write(message);

        assertThat(outbox.due(NOW, 100)).hasSize(100).endsWith(message);
        IntStream.range(200, 350)
                .forEach(i -> write(event("01B" + i, OutboxEvent.Kind.ANNOUNCE_REQUEST, "r-" + i)));
        assertThat(outbox.due(NOW, 100))
                .hasSize(100)
                .filteredOn(event -> event.kind() == OutboxEvent.Kind.APPLY_REQUEST)
                .hasSize(50);
    }

    @Test
    void whoListensHearsOfWhatThisNodeWrote() {
        Outbox outbox = outbox();
        List<OutboxEvent> heard = new CopyOnWriteArrayList<>();
        outbox.onWritten(heard::add);
        OutboxEvent event = apply("01A", "r-1");

        write(event);

        assertThat(heard).containsExactly(event);
    }
}
