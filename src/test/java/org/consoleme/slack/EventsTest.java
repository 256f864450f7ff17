package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Events API: the same door, the same checks, each event once. */
class EventsTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private CommandDraft reply() {
        return asked.approver.composeReply(asked.card, "Which ticket is it?");
    }

    private CommandDraft event(Consumer<ObjectNode> body) {
        return door.twin.event(Json.object().put("type", "message")).bend(body);
    }

    private void oneComment() {
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> !asked.now().comments().isEmpty());
        door.node.threads.await();
        assertThat(asked.now().comments()).hasSize(1);
        assertThat(asked.done("comment")).isEqualTo(1);
        assertThat(door.audit.events()).hasSize(1);
    }

    @Test
    void slackT12_anEventThatSlackRepeatsHasOneEffect() {
        // Given
        CommandDraft once = reply();
        int posts = door.twin.outbound().to("chat.postMessage").size();
        // When
        AppAnswer first = once.send();
        AppAnswer again = once.retried(1, "http_timeout").send();
        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        oneComment();
        assertThat(door.twin.outbound().to("chat.postMessage")).hasSize(posts);
        assertThat(door.twin.outbound().to("chat.postEphemeral")).isEmpty();
    }

    @Test
    void slackT12_onAnotherNodeToo() {
        try (SlackNode second = door.anotherNode()) {
            CommandDraft once = reply();
            once.send();
            door.twin.sendCommandsTo(second.url());
            assertThat(once.retried(2, "http_error").send().status()).isEqualTo(200);
            second.threads.await();
            oneComment();
        }
    }

    @Test
    void slackT12_evenIfNobodyRemembersTheEvent() {
        // Given
        CommandDraft once = reply();
        once.send();
        oneComment();
        // When: the same message in an event of another id
        AppAnswer again = once.bend(body -> body.put("event_id", "Ev0AGAIN01")).send();
        // Then
        assertThat(again.status()).isEqualTo(200);
        oneComment();
    }

    @Test
    void slackSavesTheAddressOnceItsChallengeCameBack() {
        AppAnswer answer =
                event(
                                body -> {
                                    body.removeAll();
                                    body.put("type", "url_verification")
                                            .put("token", "anything")
                                            .put("challenge", "3eZbrw1aBm2rZgRNFdxV");
                                })
                        .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV");
    }

    @Test
    void slackT01_aForgedEventIsRefused() {
        assertThat(reply().signedWith("x".repeat(32)).send().status()).isEqualTo(401);
        asked.denied("Unsigned");
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    @Test
    void slackT03_soIsAnOldOne() {
        CommandDraft late = reply().at(door.clock.instant().minusSeconds(301));
        assertThat(late.send().status()).isEqualTo(401);
        asked.denied("Untimely");
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team_id", "api_app_id"})
    void slackT08_soIsOneOfAnotherTenant(String field) {
        CommandDraft foreign =
                reply().bend(
                                body -> {
                                    body.put(field, "X0OTHER");
                                    ((ObjectNode) body.path("authorizations").path(0))
                                            .put("team_id", body.path("team_id").asText());
                                });
        assertThat(foreign.send().status()).isEqualTo(403);
        asked.denied("WrongTenant");
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "type"})
    void slackT10_soIsOneThatLacksWhatEveryEventHas(String field) {
        assertThat(reply().bend(body -> body.remove(field)).send().status()).isEqualTo(400);
        asked.denied("Malformed");
    }

    @Test
    void slackT10_oneWithoutAnIdIsNotTaken() {
        assertThat(reply().bend(body -> body.remove("event_id")).send().status()).isEqualTo(400);
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    @Test
    void whatNobodyWantsIsAcknowledged() {
        AppAnswer answer = event(body -> ((ObjectNode) body.path("event")).put("type", "x")).send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void aFullServerLetsSlackTryAgain() {
        // Given
        CommandDraft once = reply();
        door.node.threads.fill();
        // When
        assertThat(once.send().status()).isEqualTo(503);
        door.node.threads.drain();
        // Then
        assertThat(once.retried(1, "http_error").send().status()).isEqualTo(200);
        oneComment();
    }

    @Test
    void theUsualWorkspaceIsTheTwins() {
        assertThat(reply().payload().at("/authorizations/0/team_id").asText())
                .isEqualTo(TwinSettings.TEAM);
    }
}
