package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.SeenRequest;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack did what we asked for, and its answer was lost. */
class AnswerLostTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private List<Message> cards(String place) {
        return door.twin.workspace().messages().all().stream()
                .filter(m -> m.channel().equals(TwinSettings.APPROVALS))
                .filter(m -> m.ephemeralTo().isEmpty() && m.threadTs().isEmpty())
                .filter(m -> m.blocks().toString().contains(place))
                .toList();
    }

    @Test
    void slackT82_ofTwoCardsTheOneThatWeDoNotKnowDecidesNothingAndIsPutAwayAtTheClick() {
        // Given
        door.twin.faults().breakOff("chat.postMessage", 1);
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        door.answer();
        asked.request = door.core.latest();
        door.deliver();
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
        List<Message> both = cards("billing-test");
        assertThat(both).hasSize(2);
        assertThat(both).allSatisfy(m -> assertThat(door.twin.draw(m)).contains("[Approve]"));
        Message orphan = both.getFirst();
        // When
        String heard =
                asked.refused(
                        "UnknownCard",
                        TwinSettings.APPROVER,
                        asked.approver.composeClick(orphan, "Approve"));
        // Then
        assertThat(heard).startsWith("That is not available here.");
        Message putAway =
                door.twin.awaitMessage(
                        m ->
                                m.ts().equals(orphan.ts())
                                        && door.twin.draw(m).contains("This copy is out of date"),
                        SlackDoor.SOON);
        assertThat(door.twin.draw(putAway)).doesNotContain("[Approve]", "[Deny]");
        asked.card = both.getLast();
        asked.submitted(asked.clicked("Approve"), Map.of());
        assertThat(asked.now().state()).isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void slackT81_aCardWhoseUpdateIsNeverAnsweredFollowsOnceAndTheWebShowsTheDecisionMeanwhile() {
        // Given
        asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
        door.twin.faults().loseAnswer("chat.update", 1);
        // When
        door.deliver();
        // Then
        assertThat(door.twin.faults().left()).isZero();
        assertThat(
                        door.core
                                .look
                                .handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id())
                                .seen())
                .isInstanceOfSatisfying(
                        SeenRequest.Ours.class,
                        seen ->
                                assertThat(seen.request().state())
                                        .isInstanceOf(RequestState.Applied.class));
        assertThat(door.core.outbox.all()).isNotEmpty();
        door.twin.faults().clear();
        door.clock.advance(Duration.ofMinutes(2));
        door.deliver();
        assertThat(door.core.outbox.all()).isEmpty();
        assertThat(cards("billing-prod"))
                .singleElement()
                .satisfies(card -> assertThat(door.twin.draw(card)).contains("✔ Applied"));
        assertThat(asked.held()).hasSize(1);
    }
}
