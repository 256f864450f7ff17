package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody clicks Approve who gave their approval, and another one is missing. */
class ApprovedTwiceTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @BeforeEach
    void approveOnce() {
        door.core.configure(RequestsBehindSlack.RULES + "  needed: 2\n");
        asked.submitted(asked.clicked("Approve"), Map.of());
        door.deliver();
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private String clickedAgain() {
        return asked.refused(
                "Conflict",
                TwinSettings.APPROVER,
                asked.approver.composeClick(door.card(), "Approve"));
    }

    @Test
    void slackT45_nothingThatCouldBeADecisionReachesTheCore() {
        assertThat(clickedAgain()).contains("You approved this already.");
        assertThat(door.audit.events())
                .singleElement()
                .satisfies(row -> assertThat(row.details()).containsEntry("shown", "-"));
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(1);
    }

    @Test
    void slackT47_whenTheTimeIsOverTheyHearThat() {
        door.clock.advance(Duration.ofDays(1).plusSeconds(1));
        String heard =
                asked.refused(
                        "Expired",
                        TwinSettings.APPROVER,
                        asked.approver.composeClick(door.card(), "Approve"));
        assertThat(heard).contains("expired").doesNotContain("already");
    }
}
