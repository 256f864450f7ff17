package org.consoleme.slack.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consoleme.fakes.InMemoryEphemeral;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class ShownRequestsTest {
    private final InMemoryEphemeral store = new InMemoryEphemeral(SettableClock.atNoon());
    private final ShownRequests shown = new ShownRequests(store);

    @Test
    void whatWasShownIsToldApartFromWhatIsThereNow() {
        shown.note("abc", List.of("one", "two"));

        assertThat(shown.changedSince("abc", List.of("two", "three")))
                .containsExactly("− one", "+ three");
    }

    @Test
    void whatNoCardHasRoomForIsNotRemembered() {
        shown.note("abc", List.of("x".repeat(20_001)));

        assertThat(shown.changedSince("abc", List.of("two"))).isEmpty();
        assertThat(store.puts()).isZero();
    }

    @Test
    void withoutTheStoreNothingIsTold() {
        store.goAway();
        shown.note("abc", List.of("one"));

        assertThat(shown.changedSince("abc", List.of("two"))).isEmpty();
    }
}
