package org.consoleme.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.requests.Refusals.problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.Problem;
import org.junit.jupiter.api.Test;

/** Where a page of requests may begin. */
class ListPlacesTest {
    private final RequestsFixture fixture = new RequestsFixture();

    @Test
    void aPlaceOfTheOtherOrderIsRefusedInWords() {
        fixture.roleAsked();
        fixture.roleAsked();
        String newest = begun(RequestOrder.NEWEST_FIRST, Optional.empty()).next().orElseThrow();
        String oldest = begun(RequestOrder.OLDEST_FIRST, Optional.empty()).next().orElseThrow();

        assertThatThrownBy(() -> begun(RequestOrder.OLDEST_FIRST, Optional.of(newest)))
                .hasMessageContaining(
                        "from: that page is of the list with the newest first; leave it out to"
                                + " begin with the oldest first");
        assertThatThrownBy(() -> begun(RequestOrder.NEWEST_FIRST, Optional.of(oldest)))
                .hasMessageContaining(
                        "from: that page is of the list with the oldest first; leave it out to"
                                + " begin with the newest first");
        assertThat(begun(RequestOrder.NEWEST_FIRST, Optional.of(newest)).requests()).hasSize(1);
    }

    /** A page of one. */
    private ListRequests.Page begun(RequestOrder order, Optional<String> from) {
        return fixture.listing()
                .handle(new RequestQuery(Set.of(), Optional.empty(), order, from, 1));
    }

    @Test
    void aPlaceThatThereIsNotIsInvalid() {
        for (String from : List.of("", "x", "!!", "\u00fc")) {
            isNoPlace(from);
        }
        for (String from :
                List.of(
                        "-",
                        "-\n-",
                        "NEWEST_FIRST",
                        "NEWEST_FIRST\n-",
                        "NEWEST_FIRST\n-\n-\n-",
                        "NEWEST_FIRST\n99999999999:\n-",
                        "newest_first\n-\n-")) {
            isNoPlace(encoded(from));
        }
        for (int limit : new int[] {0, -1, 1001}) {
            problem(
                    Problem.Invalid.class,
                    () ->
                            fixture.listing()
                                    .handle(
                                            new RequestQuery(
                                                    Set.of(),
                                                    Optional.empty(),
                                                    RequestOrder.NEWEST_FIRST,
                                                    Optional.empty(),
                                                    limit)));
        }
    }

    private void isNoPlace(String from) {
        problem(Problem.Invalid.class, () -> begun(RequestOrder.NEWEST_FIRST, Optional.of(from)));
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
