package org.consoleme.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consoleme.audit.OutboxEvent.Kind;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.shared.Problem;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class DeliverEventsTest {
    private static final DeliveryClaims FREE = lane -> Optional.of(new FreeClaim());

    private final SettableClock clock = SettableClock.atNoon();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final ScriptedHandler apply = new ScriptedHandler(Kind.APPLY_REQUEST);
    private final ScriptedHandler announce = new ScriptedHandler(Kind.ANNOUNCE_REQUEST);

    @Test
    void whatIsDueHappensAndIsGone() {
        write("r1", Kind.APPLY_REQUEST, Kind.ANNOUNCE_REQUEST);

        Delivery delivery = deliver();

        assertThat(apply.done()).containsExactly("r1");
        assertThat(announce.done()).containsExactly("r1");
        assertThat(outbox.all()).isEmpty();
        assertThat(delivery.delivered())
                .isEqualTo(Map.of(Kind.APPLY_REQUEST, 1, Kind.ANNOUNCE_REQUEST, 1));
        assertThat(deliver().isEmpty()).isTrue();
    }

    @Test
    void slackT80_aTimeThatIsNamedIsKeptAndOthersGoOn() {
        write("r1", Kind.ANNOUNCE_REQUEST);
        write("r2", Kind.ANNOUNCE_REQUEST, Kind.APPLY_REQUEST);
        announce.fails("r1", new Problem.TooMany(Duration.ofSeconds(30)).asException());

        assertThat(deliver().putOff()).isEqualTo(Map.of(Kind.ANNOUNCE_REQUEST, 1));
        assertThat(announce.done()).containsExactly("r2");
        assertThat(apply.done()).containsExactly("r2");

        clock.advance(Duration.ofSeconds(29));
        deliver();
        assertThat(announce.tried()).hasSize(2);
        clock.advance(Duration.ofSeconds(7));
        deliver();
        assertThat(announce.done()).containsExactly("r2", "r1");
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void whatWasAwayIsAskedAgainAtMostAMinuteLater() {
        write("r1", Kind.APPLY_REQUEST);
        apply.alwaysFails(
                "r1", new Problem.Unavailable("AWS", Duration.ofSeconds(2)).asException());

        for (int attempt = 0; attempt < 12; attempt++) {
            Duration wait = nextWait();
            Duration expected = Duration.ofSeconds(Math.min(60, 5L << Math.min(attempt, 10)));
            assertThat(wait).isBetween(expected, expected.multipliedBy(6).dividedBy(5));
        }
    }

    @Test
    void aFailureOfOurOwnIsTriedLessAndLessOftenAndNeverGivenUp() {
        write("r1", Kind.APPLY_REQUEST);
        apply.alwaysFails("r1", broken());

        for (int attempt = 0; attempt < 50; attempt++) {
            Duration wait = nextWait();
            Duration expected = Duration.ofSeconds(Math.min(900, 5L << Math.min(attempt, 10)));
            assertThat(wait).isBetween(expected, expected.multipliedBy(6).dividedBy(5));
        }
        assertThat(outbox.all()).singleElement().extracting(OutboxEvent::attempts).isEqualTo(50);
    }

    @Test
    void whatFailsTogetherDoesNotComeBackTogether() {
        for (int i = 0; i < 40; i++) {
            write("r" + i, Kind.ANNOUNCE_REQUEST);
            announce.fails("r" + i, new Problem.TooMany(Duration.ofSeconds(30)).asException());
        }

        deliver();

        assertThat(outbox.all().stream().map(OutboxEvent::notBefore).distinct().count())
                .isGreaterThan(20);
    }

    @Test
    void aPoisonedEventKeepsNothingElseFromHappening() {
        write("poison", Kind.APPLY_REQUEST);
        write("r1", Kind.APPLY_REQUEST);
        write("poison", Kind.ANNOUNCE_REQUEST);
        apply.alwaysFails("poison", broken());

        deliver();

        assertThat(apply.done()).containsExactly("r1");
        assertThat(announce.done()).containsExactly("poison");
        assertThat(outbox.all()).extracting(OutboxEvent::subject).containsExactly("poison");
    }

    @Test
    void severalEventsAboutOneSubjectAreOneEffectOfTheLatestState() {
        write("r1", Kind.ANNOUNCE_REQUEST);
        write("r2", Kind.ANNOUNCE_REQUEST);
        write("r1", Kind.ANNOUNCE_REQUEST);
        OutboxEvent latest = outbox.all().getLast();

        Delivery delivery = deliver();

        assertThat(announce.done()).containsExactly("r1", "r2");
        assertThat(announce.tried().getFirst()).isEqualTo(latest);
        assertThat(delivery.delivered()).isEqualTo(Map.of(Kind.ANNOUNCE_REQUEST, 3));
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void aLaterEventDoesNotOvertakeAnEarlierOneOfItsSubject() {
        write("r1", Kind.ANNOUNCE_REQUEST);
        announce.fails("r1", new Problem.TooMany(Duration.ofSeconds(30)).asException());
        deliver();
        clock.advance(Duration.ofSeconds(1));
        write("r1", Kind.ANNOUNCE_REQUEST);

        deliver();
        assertThat(announce.tried()).hasSize(1);

        clock.advance(Duration.ofSeconds(36));
        deliver();
        assertThat(announce.done()).containsExactly("r1");
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void whatFailsIsPutOffTogetherWithAllOfItsLane() {
        write("r1", Kind.APPLY_REQUEST);
        write("r1", Kind.APPLY_REQUEST);
        apply.fails("r1", broken());

        deliver();

        assertThat(outbox.all()).hasSize(2);
        assertThat(outbox.all()).extracting(OutboxEvent::attempts).containsOnly(1);
        assertThat(outbox.all().stream().map(OutboxEvent::notBefore).distinct()).hasSize(1);
    }

    @Test
    void theOldestComeFirstWhateverTheOrderTheyAreHandedInWith() {
        write("r1", Kind.APPLY_REQUEST);
        write("r2", Kind.APPLY_REQUEST);
        write("r3", Kind.APPLY_REQUEST);

        useCase(outbox).handle(outbox.all().reversed());

        assertThat(apply.done()).containsExactly("r1", "r2", "r3");
    }

    @Test
    void oneTurnTakesAHundredAtMost() {
        IntStream.range(0, 130).forEach(i -> write("r" + i, Kind.APPLY_REQUEST));

        deliver();

        assertThat(apply.done()).hasSize(DeliverEvents.MOST).contains("r0").doesNotContain("r100");
        deliver();
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void anEventThatNobodyHandlesStays() {
        write("g1", Kind.ANNOUNCE_GRANT);

        assertThat(deliver().putOff()).isEqualTo(Map.of(Kind.ANNOUNCE_GRANT, 1));
        assertThat(outbox.all()).hasSize(1);
    }

    @Test
    void anOutcomeThatCannotBeWrittenDownStopsNobody() {
        write("r1", Kind.APPLY_REQUEST);
        write("r2", Kind.APPLY_REQUEST);
        apply.fails("r2", broken());

        Delivery delivery = useCase(new ForgetfulOutbox(outbox)).handle();

        assertThat(delivery.delivered()).isEqualTo(Map.of(Kind.APPLY_REQUEST, 1));
        assertThat(delivery.putOff()).isEqualTo(Map.of(Kind.APPLY_REQUEST, 1));
        assertThat(outbox.all()).hasSize(2);
    }

    private static RuntimeException broken() {
        return new IllegalStateException("broken");
    }

    private Duration nextWait() {
        deliver();
        Instant next = outbox.all().getFirst().notBefore();
        Duration wait = Duration.between(clock.instant(), next);
        clock.advance(wait);
        return wait;
    }

    private void write(String subject, Kind... kinds) {
        outbox.write(subject, List.of(kinds), clock.instant());
    }

    private Delivery deliver() {
        return useCase(outbox).handle();
    }

    private DeliverEvents useCase(Outbox from) {
        return new DeliverEvents(from, List.of(apply, announce), FREE, clock);
    }
}
