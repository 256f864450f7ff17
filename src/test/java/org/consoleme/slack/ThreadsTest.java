package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.consoleme.audit.Door;
import org.consoleme.requests.Comment;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said in the thread of a card and what is said on the web are one talk. */
class ThreadsTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<Comment> comments() {
        return asked.now().comments();
    }

    private void said(String text) {
        asked.approver.reply(asked.card, text);
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .untilAsserted(() -> assertThat(comments()).isNotEmpty());
    }

    @Test
    void aReplyIsACommentInTheNameOfWhoSaidIt() {
        // When
        said("Which ticket? See <https://t.example/1|the list> &amp; ask <@U0ENGINEER>");
        // Then
        assertThat(comments())
                .singleElement()
                .satisfies(
                        comment -> {
                            assertThat(comment.by()).isEqualTo(new UserId(SlackDoor.APPROVER));
                            assertThat(comment.text())
                                    .isEqualTo(
                                            "Which ticket? See the list (https://t.example/1) & ask"
                                                    + " @U0ENGINEER");
                        });
        assertThat(asked.now().state()).isEqualTo(asked.request.state());
        assertThat(door.audit.events())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.details()).containsEntry("command", "comment");
                            assertThat(row.origin().door()).isEqualTo(Door.SLACK);
                            assertThat(row.origin().actor()).isEqualTo(SlackDoor.APPROVER);
                        });
    }

    @Test
    void whatWasSaidInAThreadIsNotSaidThereAgain() {
        said("Which ticket?");
        door.deliver();
        assertThat(asked.saidByUs()).isEmpty();
        assertThat(asked.thread()).hasSize(1);
    }

    @Test
    void aCommentMadeOnTheWebStandsInTheThreadOnce() {
        // When
        door.core.comment(asked.request.id(), "It is INC-4712, sorry");
        door.deliver();
        door.core.comment(asked.request.id(), "and 4713");
        door.deliver();
        // Then
        assertThat(asked.saidByUs())
                .containsExactly(
                        "engineer@example.com: “It is INC-4712, sorry”",
                        "engineer@example.com: “and 4713”");
        assertThat(asked.thread()).allSatisfy(ThreadsTest::isPlain);
    }

    @Test
    void slackT60_aCommentOfTheWebMentionsNobodyAndIsNoMarkup() {
        door.core.comment(
                asked.request.id(), "<!channel> *Approved by @ciso* <https://e.example|x>");
        door.deliver();
        assertThat(asked.thread()).singleElement().satisfies(ThreadsTest::isPlain);
        assertThat(asked.saidByUs().getFirst()).contains("<!channel> *Approved by @ciso*");
        assertThat(door.twin.outbound().to("chat.postMessage").getLast().sent())
                .contains("link_names=0", "unfurl_links=0", "unfurl_media=0");
    }

    private static void isPlain(Message message) {
        assertThat(message.text()).doesNotContain("<").doesNotContain(">").isNotBlank();
        message.blocks()
                .findParents("type")
                .forEach(
                        node ->
                                assertThat(node.path("type").asText())
                                        .isIn("rich_text", "rich_text_section", "text"));
    }

    @Test
    void aLongCommentIsCutAndLeadsToTheWholeOfIt() {
        door.core.comment(asked.request.id(), "x".repeat(4000));
        door.deliver();
        assertThat(asked.saidByUs().getFirst()).contains("…", "[Look closer]");
    }

    @Test
    void whatIsSaidUnderOneCardIsSaidUnderTheOthers() {
        // Given
        asked.approver.type("/consoleme inbox");
        asked.approver.click(door.answerTo(TwinSettings.APPROVER), "Show card");
        door.answerTo(TwinSettings.APPROVER);
        // When
        said("Which ticket?");
        door.deliver();
        // Then
        assertThat(asked.saidByUs()).isEmpty();
        assertThat(door.twin.workspace().messages().all())
                .filteredOn(m -> m.channel().startsWith("D") && m.threadTs().isPresent())
                .extracting(door.twin::draw)
                .containsExactly("approver@example.com: “Which ticket?”");
    }

    @Test
    void slackT82_aPostWhoseAnswerIsLostIsNotSaidTwice() {
        // Given
        door.twin.faults().breakOff("chat.postMessage", 1);
        door.core.comment(asked.request.id(), "once");
        // When
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
        // Then
        assertThat(door.twin.outbound().to("conversations.replies"))
                .singleElement()
                .satisfies(call -> assertThat(call.error()).isEmpty());
        assertThat(asked.saidByUs()).containsExactly("engineer@example.com: “once”");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void slackT81_whileSlackIsDownCommentsWaitInTheirOrder() {
        // Given
        door.twin.faults().fail("chat.postMessage", 2, 503);
        door.core.comment(asked.request.id(), "first");
        door.deliver();
        door.core.comment(asked.request.id(), "second");
        door.deliver();
        assertThat(asked.saidByUs()).isEmpty();
        // When
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
        // Then
        assertThat(asked.saidByUs())
                .containsExactly("engineer@example.com: “first”", "engineer@example.com: “second”");
    }

    @Test
    void whatTheRulesSayThemselvesIsNotRepeated() {
        door.core.configure(
                RequestsBehindSlack.RULES.replace(
                        "max_duration", "auto_approve: true\n  max_duration"));
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        door.deliver();
        assertThat(door.twin.workspace().messages().all())
                .noneMatch(message -> message.threadTs().isPresent());
    }

    @Test
    void slackT67_inASharedChannelNothingIsSaid() {
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.core.comment(asked.request.id(), "for us alone");
        door.deliver();
        assertThat(asked.thread()).isEmpty();
    }
}
