package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an approver finds in the inbox, and what comes of it. */
class InboxTest {
    private final SlackDoor door = new SlackDoor();

    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private String heard() {
        return door.twin.draw(door.answer());
    }

    @Test
    void theInboxBringsTheCardToThoseWhoDecide() {
        // Given
        engineer.type(AskedDoor.LINE);
        door.answer();
        Actor approver = door.approver();
        approver.type("/consoleme inbox");
        Message inbox = door.answerTo(TwinSettings.APPROVER);
        assertThat(door.twin.draw(inbox)).contains("engineer@example.com asks for hidden");
        // When
        approver.click(inbox, "Show card");
        // Then
        Message card =
                door.twin.awaitMessage(
                        m -> door.twin.draw(m).contains("[Approve]"), SlackDoor.SOON);
        door.answerTo(TwinSettings.APPROVER);
        door.twin.actAs(TwinSettings.APPROVER).click(card, "Approve");
        assertThat(door.twin.awaitModal(TwinSettings.APPROVER, SlackDoor.SOON)).isNotNull();
    }

    @Test
    void theInboxDoesNotSayThatACardIsThereWhichSomebodyElseIsPosting() {
        // Given
        engineer.type(AskedDoor.LINE);
        door.answer();
        Actor approver = door.approver();
        String direct = DirectTalk.channel(door, TwinSettings.APPROVER);
        door.core.cards.take(
                new Copy(
                        TwinSettings.TEAM + "#" + direct,
                        door.core.latest().id(),
                        PostedCard.Kind.CARD),
                door.clock.instant(),
                door.clock.instant().plusSeconds(40));
        approver.type("/consoleme inbox");
        // When
        approver.click(door.answerTo(TwinSettings.APPROVER), "Show card");
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.APPROVER)))
                .isEqualTo("It is being posted; try again in a minute.");
    }

    @Test
    void theInboxOfSomebodyWhoDecidesNothingIsEmpty() {
        engineer.type(AskedDoor.LINE);
        door.answer();
        engineer.type("/consoleme inbox");
        assertThat(heard()).isEqualTo("Nothing waits for you.");
    }

    @Test
    void whatCannotBeReadIsALineInTheInboxAndAmongOnesOwn() {
        engineer.type(AskedDoor.LINE);
        door.answer();
        String id = door.core.latest().id().value();
        door.core.requests.spoil(door.core.latest().id());

        engineer.type("/consoleme inbox");
        assertThat(heard()).contains("Nothing waits for you.", "1 pending cannot be read: " + id);
        engineer.type("/consoleme mine");
        assertThat(heard()).contains("Cannot be read: the request " + id).doesNotContain("hidden");
    }
}
