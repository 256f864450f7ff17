package org.consoleme.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consoleme.audit.OutboxEvent.Kind;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final String REQUEST = "24b9ef3c-4417-4d22-b7f9-ab24dbc1e495";

    private static Lane lane(Kind kind, String subject) {
        return Lane.of(new OutboxEvent("01", kind, subject, Instant.EPOCH, 0, Instant.EPOCH));
    }

    @Test
    void allThatIsToldOfARequestAndItsGrantsIsOneLane() {
        assertThat(lane(Kind.ANNOUNCE_REQUEST, REQUEST))
                .isEqualTo(lane(Kind.ANNOUNCE_GRANT, REQUEST + "-0"))
                .isEqualTo(lane(Kind.ANNOUNCE_GRANT, REQUEST + "-12"))
                .isEqualTo(lane(Kind.REMIND_OF_END, REQUEST + "-0"))
                .hasToString("ANNOUNCE:" + REQUEST);
    }

    @Test
    void whatIsAppliedWaitsForNothingThatIsTold() {
        assertThat(lane(Kind.APPLY_REQUEST, REQUEST))
                .isNotEqualTo(lane(Kind.ANNOUNCE_REQUEST, REQUEST))
                .returns(true, Lane::applies);
        assertThat(lane(Kind.ANNOUNCE_GRANT, "none").request()).isEqualTo("none");
    }
}
