package org.consoleme.web.compat.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consoleme.requests.OneNode.ALICE;
import static org.consoleme.requests.OneNode.BOB;

import java.time.Duration;
import org.consoleme.identity.Caller;
import org.consoleme.identity.RateLimits;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.OneNode;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.testing.SettableClock;
import org.junit.jupiter.api.Test;

class RequestTableTest {
    private static final String DEEP = "{\"filters\": {\"extended_request\": \"acme-logs\"}}";

    private final OneNode node = new OneNode();
    private final SettableClock clock = SettableClock.atNoon();
    private final RequestTable table = new RequestTable(node.listing(), new RateLimits(clock));

    private RequestTable.TableJson rows(Caller caller, String body) {
        return table.rows(caller, RowFilter.read(Bodies.json(body)), false);
    }

    private void refused(Caller caller, String body) {
        assertThatThrownBy(() -> rows(caller, body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.TooMany.class));
    }

    @Test
    void wholeRequestsAreLookedThroughTenTimesAMinuteAndPerson() {
        ChangeRequest request = node.onePolicy();
        for (int i = 0; i < 10; i++) {
            assertThat(rows(ALICE, DEEP).data())
                    .extracting(RequestRow::id)
                    .containsExactly(request.id().value());
        }

        refused(ALICE, DEEP);

        assertThat(rows(ALICE, "{}").data()).hasSize(1);
        assertThat(rows(BOB, DEEP).data()).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(rows(ALICE, DEEP).data()).hasSize(1);
    }

    @Test
    void aPersonReadsSixtyTablesAMinute() {
        for (int i = 0; i < 60; i++) {
            assertThat(rows(ALICE, "{}").data()).isEmpty();
        }

        refused(ALICE, "{}");
    }

    @Test
    void aRequestThatCannotBeReadIsARowThatSaysSo() {
        ChangeRequest request = node.onePolicy();
        node.spoil(request);

        assertThat(rows(ALICE, "{}").data())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.id()).isEqualTo(request.id().value());
                            assertThat(row.status()).isEqualTo("cannot be read");
                            assertThat(row.extended()).isNull();
                            assertThat(row.requestTime())
                                    .contains(request.requestedAt().getEpochSecond());
                        });
        assertThat(rows(ALICE, DEEP).data()).isEmpty();
        assertThat(
                        table.rows(ALICE, RowFilter.read(Bodies.json("{}")), true)
                                .data()
                                .getFirst()
                                .arn())
                .isEmpty();
    }
}
