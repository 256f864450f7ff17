package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.consoleme.requests.Comment;
import org.consoleme.shared.ProblemException;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody replies to a card that stands in Slack and not yet in the record. */
class EarlyReplyTest {
    private final SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theirReplyBecomesACommentAllTheSame() {
        // Given
        door.engineer().type(AskedDoor.LINE);
        door.answer();
        door.core.cards.onTheWay(
                () -> {
                    door.approver().reply(door.card(), "hello");
                    door.node.threads.await();
                });
        door.deliver();
        assertThat(door.core.latest().comments()).isEmpty();
        // When
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // Then
        assertThat(door.core.latest().comments())
                .extracting(Comment::text)
                .containsExactly("hello");
    }

    @Test
    void talkBesideTheCardsIsLookedForNoMoreThanTwice() {
        // Given
        Actor approver = door.approver();
        Message talk = approver.in(TwinSettings.APPROVALS).say("lunch?");
        approver.in(TwinSettings.APPROVALS).composeReply(talk, "yes").send();
        door.node.threads.await();
        door.node.requests.unfinished.turn();
        door.node.requests.unfinished.turn();
        // When
        door.core.cards.failsToFind(1);
        door.node.requests.unfinished.turn();
        // Then
        assertThat(door.twin.outbound().to("chat.postEphemeral")).isEmpty();
        assertThatThrownBy(() -> door.core.cards.find("anywhere"))
                .as("the failure that nobody ran into")
                .isInstanceOf(ProblemException.class);
    }
}
