package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T-44: a click counts on the message that we posted and wrote down, and on no other. */
class CopiedCardTest {
    private static final String GONE = "That is not available here.";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private static ObjectNode container(ObjectNode payload) {
        return (ObjectNode) payload.path("container");
    }

    private CommandDraft click(String label) {
        return asked.approver.composeClick(asked.card, label);
    }

    private void gone(CommandDraft click) {
        String heard = asked.refused("UnknownCard", TwinSettings.APPROVER, click);
        assertThat(heard).startsWith(GONE);
        assertThat(asked.now().state()).isInstanceOf(RequestState.Pending.class);
        assertThat(door.twin.draw(door.card())).contains("[Approve]");
    }

    @ParameterizedTest
    @ValueSource(strings = {TwinSettings.ENGINEER, TwinSettings.APPROVER, TwinSettings.BOT})
    void slackT44_theSameBlocksElsewhereAreNoCardWhoeverPostedThem(String author) {
        Message copy =
                door.twin
                        .workspace()
                        .messages()
                        .post(Post.to(TwinSettings.GENERAL, author, asked.card.content()));
        gone(asked.approver.in(TwinSettings.GENERAL).composeClick(copy, "Approve"));
    }

    @Test
    void slackT44_norInTheChannelOfTheCard() {
        Actor approver = asked.approver;
        gone(approver.composeClick(approver.copy(asked.card), "Approve"));
    }

    @Test
    void slackT44_aForwardedCardIsNone() {
        gone(
                click("Approve")
                        .bend(
                                payload ->
                                        container(payload)
                                                .put("type", "message_attachment")
                                                .put("attachment_id", 1)
                                                .put("is_app_unfurl", false)
                                                .put("channel_id", TwinSettings.GENERAL)
                                                .put("message_ts", "1700000000.000100")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel_id", "message_ts"})
    void slackT44_aPlaceThatIsHalfOursIsNone(String field) {
        gone(
                click("Approve")
                        .bend(
                                payload ->
                                        container(payload)
                                                .put(
                                                        field,
                                                        field.equals("channel_id")
                                                                ? TwinSettings.GENERAL
                                                                : "1700000000.000100")));
    }

    @Test
    void slackT44_aClickThatNamesNoMessageIsNone() {
        gone(click("Approve").bend(payload -> payload.remove("container")));
    }

    /** The record says what stands there, not the message. */
    @Test
    void slackT44_whatAMessageWasEditedToSayIsNotWhatIsApproved() {
        // When
        int opened = door.twin.outbound().to("views.open").size();
        click("Approve")
                .bend(
                        payload -> {
                            ObjectNode message = (ObjectNode) payload.path("message");
                            message.put("text", "a harmless thing").putArray("blocks");
                        })
                .send();
        // Then
        assertThat(door.twin.draw(asked.modal(TwinSettings.APPROVER)))
                .contains("hidden", "INC-4711")
                .doesNotContain("harmless");
        await().atMost(SlackDoor.SOON)
                .untilAsserted(
                        () ->
                                assertThat(door.twin.outbound().to("views.open"))
                                        .hasSize(opened + 1));
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.audit.events()).isEmpty();
    }
}
