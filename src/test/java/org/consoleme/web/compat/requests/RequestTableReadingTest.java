package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.SampleRequests.ALICE;
import static org.consoleme.testing.SampleRequests.NOON;
import static org.consoleme.testing.SampleRequests.ROLE;
import static org.consoleme.testing.SampleTransitions.about;

import java.time.Duration;
import org.consoleme.fakes.InMemoryAuditTrail;
import org.consoleme.fakes.InMemoryOlderRequests;
import org.consoleme.fakes.InMemoryOutbox;
import org.consoleme.fakes.InMemoryRequests;
import org.consoleme.identity.RateLimits;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ListRequests;
import org.consoleme.requests.OneNode;
import org.consoleme.requests.RequestState;
import org.consoleme.testing.SampleRequests;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** How much is looked at for an answer, and what is found. */
class RequestTableReadingTest {
    private static final int MADE = 30;

    private final InMemoryRequests requests =
            new InMemoryRequests(new InMemoryAuditTrail(), new InMemoryOutbox());
    private final RequestTable table =
            new RequestTable(
                    new ListRequests(requests, new InMemoryOlderRequests()),
                    new RateLimits(SettableClock.atNoon()));

    /** Each third is cancelled, each third expired. */
    private void some() {
        for (int i = 0; i < MADE; i++) {
            ChangeRequest request =
                    SampleRequests.pending(
                            ALICE,
                            NOON.plusSeconds(i),
                            new Change.RoleForATime(ROLE, Duration.ofHours(2)));
            requests.open(
                    switch (i % 3) {
                        case 0 -> request;
                        case 1 -> request.cancelled(ALICE, NOON.plusSeconds(i));
                        default -> request.expired(NOON.plusSeconds(i));
                    },
                    about(request.id().value()));
        }
    }

    private RequestTable.TableJson rows(String body) {
        return table.rows(OneNode.ALICE, RowFilter.read(Bodies.json(body)), false);
    }

    @Test
    void noMoreIsLookedAtThanIsAnswered() {
        some();
        assertThat(rows("{\"limit\": 4}"))
                .satisfies(
                        answer -> {
                            assertThat(answer.data()).hasSize(4);
                            assertThat(answer.totalCount()).isEqualTo(4);
                        });
    }

    @Test
    void aWholeWordForTheStatusIsLookedForWhereItIs() {
        some();
        assertThat(rows("{\"limit\": 4, \"filters\": {\"status\": \"pending\"}}"))
                .satisfies(
                        answer -> {
                            assertThat(answer.data())
                                    .extracting(RequestRow::status)
                                    .containsOnly("pending")
                                    .hasSize(4);
                            assertThat(answer.totalCount()).isEqualTo(4);
                        });
        // what has expired is cancelled to ConsoleMe
        assertThat(rows("{\"filters\": {\"status\": \"Cancelled\"}}").data()).hasSize(20);
        assertThat(rows("{\"filters\": {\"status\": \"cancel\"}}").data()).hasSize(20);
        assertThat(rows("{\"filters\": {\"status\": \"pending\", \"username\": \"bob\"}}").data())
                .isEmpty();
        assertThat(
                        RowFilter.read(Bodies.json("{\"filters\": {\"status\": \"rejected\"}}"))
                                .states())
                .containsExactly(RequestState.Name.REJECTED);
    }
}
