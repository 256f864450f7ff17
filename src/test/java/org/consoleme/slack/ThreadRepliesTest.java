package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.awaitility.Awaitility;
import org.consoleme.requests.Comment;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can say something in the thread of a card, and what of it counts. */
class ThreadRepliesTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<Message> thread() {
        return asked.thread().stream().filter(message -> message.ephemeralTo().isEmpty()).toList();
    }

    private List<String> fromUs() {
        return thread().stream()
                .filter(message -> message.author().equals(TwinSettings.BOT))
                .map(door.twin::draw)
                .toList();
    }

    private List<Comment> comments() {
        return asked.now().comments();
    }

    /** Sent, taken, and without any effect on the request. */
    private void noComment(CommandDraft reply) {
        assertThat(reply.send().status()).isEqualTo(200);
        door.node.threads.await();
        assertThat(asked.now()).isEqualTo(asked.request);
        door.deliver();
        assertThat(fromUs()).isEmpty();
    }

    private CommandDraft reply() {
        return asked.approver.composeReply(asked.card, "hello");
    }

    private static ObjectNode said(ObjectNode body) {
        return (ObjectNode) body.path("event");
    }

    @Test
    void whatIsSaidBesideTheCardIsNoneOfOurBusiness() {
        noComment(reply().bend(body -> said(body).remove("thread_ts")));
        noComment(reply().bend(body -> said(body).put("thread_ts", "1700000000.000001")));
        assertThat(door.twin.outbound().to("users.info")).hasSizeLessThan(3);
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT44_aThreadUnderACopyOfACardIsNone() {
        // Given
        Actor approver = asked.approver.in(TwinSettings.GENERAL);
        Message copy = approver.copy(asked.card);
        // When, Then
        noComment(approver.composeReply(copy, "hello"));
        assertThat(door.audit.events()).isEmpty();
    }

    private Actor stranger(SlackUser person) {
        door.twin.workspace().people().put(person);
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.joinedBy(person.id()));
        return door.twin.actAs(person.id()).in(TwinSettings.APPROVALS);
    }

    @Test
    void whoIsNotLinkedHearsPrivatelyOnceHowToBecomeKnown() {
        // Given
        Actor unknown =
                stranger(
                        SlackUser.person("U0OTHER001", TwinSettings.TEAM, "Olga", "o@example.com"));
        // When
        noComment(unknown.composeReply(asked.card, "hello"));
        String heard = asked.heard("U0OTHER001");
        noComment(unknown.composeReply(asked.card, "hello again"));
        // Then
        assertThat(heard)
                .startsWith(
                        "Your reply did not become a comment of the request: I don't know you yet.")
                .contains("[Sign in once]");
        assertThat(door.twin.outbound().to("chat.postEphemeral")).hasSize(1);
    }

    @Test
    void slackT25_aGuestHearsOnceThatTheyCannot() {
        // Given
        Actor guest =
                stranger(
                        SlackUser.person("U0OTHER001", TwinSettings.TEAM, "Gus", "g@example.com")
                                .with(SlackUser.Flag.RESTRICTED));
        door.link("U0OTHER001", SlackDoor.ADMIN);
        // When
        noComment(guest.composeReply(asked.card, "hello"));
        noComment(guest.composeReply(asked.card, "hello again"));
        // Then
        assertThat(asked.heard("U0OTHER001"))
                .startsWith(
                        "Your reply did not become a comment of the request: Only full members");
        assertThat(door.twin.outbound().to("chat.postEphemeral")).hasSize(1);
        assertThat(door.refusals(2)).containsOnly("NotAMember");
    }

    @Test
    void slackT64_aSecretInAReplyIsNotTakenOverAndTheReplierHearsIt() {
        // When
        noComment(asked.approver.composeReply(asked.card, "use AKIAIOSFODNN7EXAMPLE for it"));
        // Then
        assertThat(asked.heard(TwinSettings.APPROVER))
                .contains("did not become a comment", "secret", "not be used any more")
                .doesNotContain("AKIA");
        asked.denied("Invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message_changed",
                "message_deleted",
                "channel_join",
                "bot_message",
                "me_message",
                "message_replied"
            })
    void editsJoinsAndWhatAppsSayAreNoComments(String subtype) {
        noComment(reply().bend(body -> said(body).put("subtype", subtype)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot_id", "app_id"})
    void slackT27_soIsWhatABotSays(String field) {
        noComment(reply().bend(body -> said(body).put(field, "B0OTHER")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread_broadcast", "file_share"})
    void aReplyWithAFileOrShownInTheChannelIsOne(String subtype) {
        reply().bend(body -> said(body).put("subtype", subtype)).send();
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> comments().size() == 1);
    }
}
