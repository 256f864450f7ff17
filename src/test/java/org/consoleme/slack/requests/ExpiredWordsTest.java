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
    private static final RequestFacts TWO_NEEDED = ruled(Optional.of("team rule"), 2);

    private static RequestFacts ruled(Optional<String> rule, int needed) {
        return new RequestFacts(
                "billing-prod",
                List.of(),
                List.of(),
                false,
                List.of("team"),
                rule,
                needed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String drawn(ChangeRequest waiting) {
        return drawn(waiting, TWO_NEEDED);
    }

    private static String drawn(ChangeRequest waiting, RequestFacts facts) {
        SlackMessage message = new SlackMessage();
        StateWords.draw(message, waiting.expired(SampleRequests.NOON.plusSeconds(3600)), facts);
        return message.fallback();
    }

    /** One of the two that are needed approved. */
    private static ChangeRequest halfApproved() {
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
        return waiting.reviewed(approval, 2);
    }

    @Test
    void approvalsThatCameInTimeAreCounted() {
        assertThat(drawn(halfApproved())).startsWith("○ Expired: 1 of 2 approvals came in time. ");
    }

    @Test
    void howManyWereNeededIsNotSaidOfAnotherRule() {
        assertThat(drawn(halfApproved(), ruled(Optional.empty(), 1)))
                .startsWith("○ Expired: 1 approval came in time. ");
        assertThat(drawn(halfApproved(), ruled(Optional.of("another rule"), 1)))
                .startsWith("○ Expired: 1 approval came in time. ");
    }

    @Test
    void whatIsOverdueDoesNotContradictItsApprovals() {
        assertThat(RequestFacts.overdue(halfApproved()).sentence())
                .isEqualTo("It expired before enough people decided.");
        assertThat(RequestFacts.overdue(SampleRequests.roleForTwoHours()).sentence())
                .isEqualTo("It expired before anybody decided.");
    }

    @Test
    void withoutAnyNobodyDecided() {
        assertThat(drawn(SampleRequests.roleForTwoHours()))
                .startsWith("○ Expired: nobody decided in time. ");
    }
}
