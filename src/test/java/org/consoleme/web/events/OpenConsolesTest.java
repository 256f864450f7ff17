package org.consoleme.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.consoleme.notifications.ChangeFeed;
import org.consoleme.notifications.ChangeFeed.AnythingChanged;
import org.consoleme.notifications.ChangeFeed.GrantChanged;
import org.consoleme.notifications.ChangeFeed.RequestChanged;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class OpenConsolesTest {
    private static final UserId ALICE = new UserId("alice@example.com");
    private static final UserId BOB = new UserId("bob@example.com");
    private static final RequestChanged REQUEST = new RequestChanged(new RequestId("r-1"));
    private static final GrantChanged GRANT = new GrantChanged(new GrantId("r-1-0"), ALICE);

    private final SettableClock clock = SettableClock.atNoon();
    private final OpenConsoles consoles = new OpenConsoles(new NoFeed(), null, clock);

    @Test
    void everybodyHearsOfARequestAndItsOwnerOfAGrant() {
        Wire alices = open(ALICE);
        Wire bobs = open(BOB);

        consoles.tell(REQUEST);
        consoles.tell(GRANT);

        assertThat(alices.text())
                .isEqualTo(
                        """
                        retry: 2000

                        event: request
                        data: {"id":"r-1"}

                        event: grant
                        data: {"id":"r-1-0"}

                        """);
        assertThat(bobs.text()).contains("event: request").doesNotContain("grant");
    }

    @Test
    void whatASlowReaderMissesIsKeptOnceAndThenCutShort() {
        Wire wire = open(ALICE);
        wire.takes = false;
        EventStream stream = last;
        consoles.tell(REQUEST);
        consoles.tell(REQUEST);
        consoles.tell(GRANT);
        wire.takes = true;

        stream.onWritePossible();

        assertThat(wire.text().split("event: request", -1)).hasSize(2);
        assertThat(wire.text()).contains("event: grant");

        wire.takes = false;
        for (int i = 0; i < 1000; i++) {
            consoles.tell(new RequestChanged(new RequestId("many-" + i)));
        }
        wire.takes = true;
        stream.onWritePossible();

        assertThat(wire.text()).contains("\ndata: {}\n\n").hasSizeLessThan(10_000);
    }

    @Test
    void anUnreachableStoreOfNewsMeansThatAnythingMayHaveChanged() {
        Wire wire = open(ALICE);

        consoles.tell(new AnythingChanged());

        assertThat(wire.text()).endsWith("\n\ndata: {}\n\n");
    }

    @Test
    void anOldStreamEndsSoThatItsReaderSignsInAnew() {
        Wire wire = open(ALICE);
        consoles.beat();
        assertThat(wire.text()).endsWith("\n\n:\n\n");

        clock.advance(OpenConsoles.LIFE.plus(Duration.ofSeconds(1)));
        consoles.beat();

        assertThat(wire.completed).isTrue();
        assertThat(consoles.size()).isZero();
    }

    @Test
    void onePersonHasOnlySoManyStreamsAndANewOneEndsTheOldest() {
        Wire oldest = open(ALICE);
        for (int i = 1; i < OpenConsoles.MOST_OF_ONE; i++) {
            clock.advance(Duration.ofSeconds(1));
            consoles.requireRoom(ALICE);
            open(ALICE);
        }
        assertThat(oldest.completed).isFalse();

        consoles.requireRoom(BOB);
        assertThat(oldest.completed).isFalse();
        consoles.requireRoom(ALICE);

        assertThat(oldest.completed).isTrue();
        assertThat(consoles.size()).isEqualTo(OpenConsoles.MOST_OF_ONE - 1);
    }

    private EventStream last;

    private Wire open(UserId user) {
        Wire wire = new Wire();
        EventStream[] self = new EventStream[1];
        self[0] =
                new EventStream(
                        user,
                        clock.instant(),
                        wire.context(),
                        wire,
                        () -> consoles.remove(self[0]));
        last = self[0];
        consoles.add(last);
        last.onWritePossible();
        return wire;
    }

    private static final class NoFeed implements ChangeFeed {
        @Override
        public void publish(Changed changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void listen(Consumer<Changed> listener) {
            throw new UnsupportedOperationException();
        }
    }
}
