package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.http.OutboundCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card whose parts have room one by one, and not all together. */
class FullestCardTest {
    private static final String KEY = "\uD83D\uDD11";

    private final SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    /** Six lines of words, each with the names of three actions. */
    private static PolicyDocument policy(int letters) {
        return PolicyDocument.parse(
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        """
                                        {"Effect": "Allow", "Action": [%s],
                                         "Resource": "arn:aws:s3:::bucket-%d/*"}"""
                                                .formatted(actions(i, letters), i))
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"Version\": \"2012-10-17\", \"Statement\": [",
                                        "]}")));
    }

    private static String actions(int line, int letters) {
        return IntStream.range(0, 3)
                .mapToObj(i -> "\"s3:" + "GetNothing".repeat(letters / 10) + line + i + "\"")
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 120, 230})
    void slackT63_theFullestCardIsPostedWithAllItsLinesAndButtons(int letters) {
        // Given
        door.accounts(InMemoryAccounts.account("200000000002", KEY.repeat(1000)));
        // When
        door.core.open.handle(
                door.callerOf(SlackDoor.ENGINEER),
                RequestDraft.of(
                        KEY.repeat(2000),
                        new AskedChange.NewPolicy(
                                RoleArn.parse(SlackDoor.READER),
                                Optional.of("logs"),
                                policy(letters))));
        door.deliver();
        // Then
        String card = door.twin.draw(door.card());
        assertThat(card)
                .contains("and more of the reason: look closer", "Who  any 1 of", "● Waiting")
                .contains("[Approve]", "[Deny]", "[Look closer]")
                .doesNotContain("There is more than fits here");
        assertThat(card.lines().filter(line -> line.contains("Adds unknown actions"))).hasSize(6);
        assertThat(door.twin.outbound().all())
                .isNotEmpty()
                .extracting(OutboundCall::error)
                .containsOnly("");
    }
}
