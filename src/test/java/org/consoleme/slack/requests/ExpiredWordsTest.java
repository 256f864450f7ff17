package org.consoleme.slack.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Door;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.Review;
import org.consoleme.shared.UserId;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

/** What a card says of a request whose time is over. */
class ExpiredWordsTest {
    private static final RequestFacts TWO_NEEDED =
            new RequestFacts(
                    "billing-prod",
                    List.of(),
                    List.of(),
                    false,
                    List.of("team"),
                    Optional.of("team rule"),
                    2,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private static String drawn(ChangeRequest waiting) {
        SlackMessage message = new SlackMessage();
        StateWords.draw(
                message, waiting.expired(SampleRequests.NOON.plusSeconds(3600)), TWO_NEEDED);
        return message.fallback();
    }

    @Test
    void approvalsThatCameInTimeAreCounted() {
        ChangeRequest waiting = SampleRequests.roleForTwoHours();
        Review approval =
                new Review(
                        new UserId("carol@example.com"),
                        SampleRequests.NOON,
                        Door.SLACK,
                        Review.Verdict.APPROVED,
                        waiting.hash(),
                        Set.of(waiting.id() + "0"),
                        Optional.empty(),
                        "team rule");

        assertThat(drawn(waiting.reviewed(approval, 2)))
                .startsWith("○ Expired: 1 of 2 approvals came in time. ");
    }

    @Test
    void withoutAnyNobodyDecided() {
        assertThat(drawn(SampleRequests.roleForTwoHours()))
                .startsWith("○ Expired: nobody decided in time. ");
    }
}
