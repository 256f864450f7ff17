package org.consoleme.slack.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.slack.message.SlackLimits;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.testing.SampleRequests;
import org.junit.jupiter.api.Test;

/** A card whose parts have room one by one, and not all together. */
class FullCardTest {
    private static final ChangeRequest WAITING = SampleRequests.roleForTwoHours();

    private static String drawn(int lettersOfALine) {
        RequestFacts facts =
                new RequestFacts(
                        "billing-prod",
                        Collections.nCopies(6, "x".repeat(lettersOfALine)),
                        List.of("r".repeat(lettersOfALine)),
                        false,
                        List.of("a".repeat(1490)),
                        Optional.of("team rule"),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        SlackMessage card = RequestCard.draw(WAITING, facts, "https://consoleme.example.com/r");
        assertThat(card.blocks())
                .anyMatch(
                        block ->
                                block instanceof ActionsBlock buttons
                                        && RequestCard.BLOCK.equals(buttons.getBlockId()));
        return card.blocks().toString();
    }

    @Test
    void slackT63_whatAnApproverDoesNotSeeTheyDecideOnTheConsole() {
        assertThat(drawn(SlackLimits.PIECE - 10))
                .contains(
                        "There is more than fits here",
                        "Approve in console…",
                        "Deny",
                        "● Waiting",
                        "request " + WAITING.id());
    }

    @Test
    void slackT63_whoSeesAllDecidesHere() {
        assertThat(drawn(500))
                .contains("text=Approve,", "Deny", "● Waiting")
                .doesNotContain("There is more than fits here", "Approve in console…");
    }
}
