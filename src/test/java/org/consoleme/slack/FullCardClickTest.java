package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestDraft;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A click on a card that has no room for all that is asked for, though each part would fit. */
class FullCardClickTest {
    private static final String KEY = "\uD83D\uDD11";

    /** A character that JSON escapes, and that is shown as eight letters. */
    private static final String INVISIBLE = "\\u3164";

    private final PolicyDoor policy = new PolicyDoor();
    private final SlackDoor door = policy.door;

    @AfterEach
    void close() {
        policy.close();
    }

    /** Six lines of words, each nearly as long as a line may be. */
    private static PolicyDocument longLines() {
        return PolicyDocument.parse(
                IntStream.range(0, 6)
                        .mapToObj(FullCardClickTest::statement)
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"Version\": \"2012-10-17\", \"Statement\": [",
                                        "]}")));
    }

    private static String statement(int line) {
        String actions =
                IntStream.range(0, 3)
                        .mapToObj(i -> "\"s3:" + "GetNothing".repeat(23) + line + i + "\"")
                        .collect(Collectors.joining(", "));
        return """
               {"Effect": "Allow", "Action": [%s], "Resource": "arn:aws:s3:::bucket-%d/%s"}"""
                .formatted(actions, line, INVISIBLE.repeat(90));
    }

    @Test
    void slackT63_isSentToTheConsoleAlsoWhereTheCardHasTheButton() {
        // Given
        door.accounts(InMemoryAccounts.account("200000000002", KEY.repeat(1000)));
        door.core.open.handle(
                door.callerOf(SlackDoor.ENGINEER),
                RequestDraft.of(
                        KEY.repeat(2000),
                        new AskedChange.NewPolicy(
                                PolicyDoor.READER, Optional.of("logs"), longLines())));
        door.deliver();
        Message card = door.card();
        assertThat(door.twin.draw(card))
                .contains("There is more than fits here", "[Approve in console…]");
        ChangeRequest before = door.core.latest();
        door.audit.clear();
        // When
        policy.admin
                .composeClick(card, "Deny")
                .bend(
                        payload ->
                                ((ObjectNode) payload.path("actions").get(0))
                                        .put("action_id", "requests.review.approve"))
                .send();
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.ADMIN)))
                .contains("on the console alone");
        assertThat(door.refusals(1)).containsExactly("StepUpRequired");
        assertThat(door.core.now(before)).isEqualTo(before);
    }
}
