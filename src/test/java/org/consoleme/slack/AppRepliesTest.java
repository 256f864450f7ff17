package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.consoleme.audit.AuditEvent;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An app posts under a card: refused and written down, whatever is away or late just then. */
class AppRepliesTest {
    private static final String ENTERPRISE = "E0CORP";

    private SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    private CommandDraft byAnApp(Message card) {
        return door.approver()
                .composeReply(card, "approve")
                .bend(
                        body ->
                                ((ObjectNode) body.path("event"))
                                        .put("bot_id", "B0WORKFLOW")
                                        .put("app_id", "A0OTHERAPP"));
    }

    private void send(CommandDraft post) {
        assertThat(post.send().status()).isEqualTo(200);
        door.node.threads.await();
    }

    private void isRefused() {
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> !door.audit.events().isEmpty());
        assertThat(door.audit.events())
                .extracting(AuditEvent::reason)
                .containsExactly(Optional.of("NotAPerson"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread_broadcast", "file_share"})
    void slackT27_soIsWhatItShowsInTheChannelTooOrSendsWithAFile(String subtype) {
        AskedDoor asked = new AskedDoor(door);
        send(
                byAnApp(asked.card)
                        .bend(body -> ((ObjectNode) body.path("event")).put("subtype", subtype)));
        isRefused();
    }

    @Test
    void slackT27_whatItPostsBeforeTheCardIsWrittenDownIsRefusedThen() {
        // Given
        door.engineer().type(AskedDoor.LINE);
        door.answer();
        door.audit.clear();
        door.core.cards.onTheWay(() -> send(byAnApp(door.card())));
        door.deliver();
        door.audit.clear();
        // When
        door.node.requests.unfinished.turn();
        // Then
        isRefused();
    }

    @Test
    void slackT27_aRecordThatDoesNotAnswerTwiceIsAskedOnceMore() {
        AskedDoor asked = new AskedDoor(door);
        door.core.cards.failsToFind(2);
        send(byAnApp(asked.card));
        isRefused();
    }

    @Test
    void slackT27_aRecordThatDoesNotAnswerNowIsAskedLater() {
        AskedDoor asked = new AskedDoor(door);
        door.core.cards.failsToFind(3);
        send(byAnApp(asked.card));
        assertThat(door.audit.events()).isEmpty();
        door.node.requests.unfinished.turn();
        isRefused();
    }

    /** The enterprise and the app are configured; which workspace it is Slack does not say. */
    @Test
    void slackT27_itIsAcknowledgedWhileNobodyKnowsTheWorkspaceAndRefusedThen() {
        // Given
        door.close();
        door =
                new SlackDoor(
                        settings ->
                                settings.withTeam(
                                        SlackTeam.standalone(
                                                        TwinSettings.TEAM, "Example", "example")
                                                .in(ENTERPRISE, "Corp")),
                        Map.of("slack.enterprise_id", ENTERPRISE, "slack.app_id", "A0TWINAPP1"));
        AskedDoor asked = new AskedDoor(door);
        door.twin.faults().refuse("auth.test", 1, "internal_error");
        try (SlackNode fresh = door.anotherNode()) {
            door.clock.advance(Duration.ofMinutes(2));
            door.audit.clear();
            door.twin.sendCommandsTo(fresh.url());
            // When
            assertThat(byAnApp(asked.card).send().status()).isEqualTo(200);
            fresh.threads.await();
            assertThat(door.audit.events()).isEmpty();
            fresh.connection.look();
            fresh.requests.unfinished.turn();
            // Then
            isRefused();
        }
    }
}
