package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.consoleme.notifications.Notifier;
import org.consoleme.requests.Comment;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RequestId;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in the thread of a card that was posted after people began to talk. */
class ThreadsOfLaterCardsTest {
    private static final String OWN = "C0DATATEAM";
    private static final Channel CHANNEL =
            Channel.closed(OWN, "data-approvals", TwinSettings.APPROVER, TwinSettings.BOT);

    private SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    /** The engineer asks; nobody is told yet. */
    private RequestId ask() {
        door.engineer().type(AskedDoor.LINE);
        door.answer();
        return door.core.latest().id();
    }

    /** The approver has the card shown in a direct message. */
    private void showCard() {
        door.approver().type("/consoleme inbox");
        door.approver().click(door.answerTo(TwinSettings.APPROVER), "Show card");
        door.answerTo(TwinSettings.APPROVER);
    }

    private List<String> threadsIn(String channel) {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().startsWith(channel) && m.threadTs().isPresent())
                .map(door.twin::draw)
                .toList();
    }

    @Test
    void ofEarlierTalkItHearsInOneLineHowMuchThereWas() {
        // Given
        RequestId id = ask();
        door.deliver();
        for (int i = 0; i < 12; i++) {
            door.core.comment(id, "comment " + i);
        }
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
        showCard();
        // When
        door.core.comment(id, "later");
        door.deliver();
        door.core.comment(id, "last");
        door.deliver();
        // Then
        assertThat(threadsIn("D")).hasSize(3);
        assertThat(threadsIn("D").getFirst())
                .startsWith("12 earlier comments")
                .contains("[Look closer](" + SlackDoor.PAGE + "/requests/" + id);
        assertThat(threadsIn("D").subList(1, 3))
                .containsExactly("engineer@example.com: “later”", "engineer@example.com: “last”");
        assertThat(threadsIn(TwinSettings.APPROVALS)).hasSize(14);
    }

    @Test
    void whereACardStandsItIsTalkedInBothDirectionsWhateverTheRulesNameByNow() {
        // Given
        door.twin.workspace().channels().put(CHANNEL);
        door.core.configure(RequestsBehindSlack.RULES + "  channel: " + OWN + "\n");
        RequestId id = ask();
        door.deliver();
        door.core.comment(id, "before");
        door.deliver();
        // When
        door.core.configure(RequestsBehindSlack.RULES);
        door.core.comment(id, "after");
        door.deliver();
        Message card =
                door.twin.awaitMessage(
                        m -> m.channel().equals(OWN) && m.threadTs().isEmpty(), SlackDoor.SOON);
        door.approver().in(OWN).reply(card, "heard");
        // Then
        assertThat(threadsIn(OWN))
                .contains("engineer@example.com: “before”", "engineer@example.com: “after”");
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .untilAsserted(
                        () ->
                                assertThat(door.core.latest().comments())
                                        .extracting(Comment::text)
                                        .containsExactly("before", "after", "heard"));
    }

    @Test
    void nobodyIsDisturbedDirectlyByTalkAboutWhatIsOver() {
        // Given
        RequestId id = ask();
        door.deliver();
        showCard();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                id,
                new ReviewCommand.Approve(door.core.latest().hash(), Set.of(), Optional.empty()));
        door.deliver();
        assertThat(door.core.latest().state()).isInstanceOf(RequestState.Applied.class);
        // When
        door.core.comment(id, "thanks");
        door.deliver();
        // Then
        assertThat(threadsIn("D")).isEmpty();
        assertThat(threadsIn(TwinSettings.APPROVALS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommentThatIsAsOldAsTheCardIsSaidAtOnceInWhicheverOrderTheyAreTold(boolean threadsFirst) {
        // Given
        RequestId id = ask();
        door.core.comment(id, "at once");
        Notifier cards = door.node.notifier;
        Notifier threads = door.node.threadsOfCards;
        // When
        door.core.deliver(
                threadsFirst ? new Notifier[] {threads, cards} : new Notifier[] {cards, threads});
        // Then
        assertThat(threadsIn(TwinSettings.APPROVALS))
                .containsExactly("engineer@example.com: “at once”");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void aCardThatIsNotInTheRecordYetIsWaitedFor() {
        // Given
        RequestId id = ask();
        door.core.comment(id, "early");
        // When
        door.core.deliver(door.node.threadsOfCards);
        assertThat(door.core.outbox.all()).isNotEmpty();
        door.clock.advance(Duration.ofMinutes(1));
        door.deliver();
        // Then
        assertThat(threadsIn(TwinSettings.APPROVALS))
                .singleElement()
                .asString()
                .startsWith("1 earlier comment");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void itIsNotWaitedForForEver() {
        RequestId id = ask();
        door.core.comment(id, "early");
        door.clock.advance(Duration.ofMinutes(5));
        door.core.deliver(door.node.threadsOfCards);
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void whereNoChannelIsNamedNoCardIsWaitedFor() {
        door.close();
        door = new SlackDoor(UnaryOperator.identity(), Map.of("slack.approvals_channel", ""));
        RequestId id = ask();
        door.core.comment(id, "early");
        door.core.deliver(door.node.threadsOfCards);
        assertThat(door.core.outbox.all()).isEmpty();
    }
}
