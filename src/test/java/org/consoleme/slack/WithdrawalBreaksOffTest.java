package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T-67: what becomes of the cards in a shared channel when their withdrawal does not end. */
class WithdrawalBreaksOffTest {
    private static final RoleArn HIDDEN = RoleArn.parse("arn:aws:iam::200000000002:role/hidden");

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @BeforeEach
    void askForMore() {
        for (int i = 0; i < 3; i++) {
            door.clock.advance(Duration.ofSeconds(1));
            door.core.open.handle(
                    door.callerOf(SlackDoor.ENGINEER),
                    RequestDraft.of("INC-4711", new AskedChange.Role(HIDDEN, Duration.ofHours(1))));
        }
        door.deliver();
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private List<String> cards() {
        return door.twin.workspace().messages().all().stream()
                .filter(message -> message.channel().equals(TwinSettings.APPROVALS))
                .map(door.twin::draw)
                .toList();
    }

    private void areWithheld(int count) {
        assertThat(cards()).hasSize(4);
        assertThat(cards())
                .filteredOn(card -> card.contains("shared with another organization"))
                .hasSize(count);
    }

    @Test
    void slackT67_allAreInTheOutboxBeforeSlackIsAskedForTheFirst() {
        // Given: Slack does not answer, and the node may die waiting
        door.twin.faults().loseAnswer("chat.update", 1);
        // When
        door.twin.happens().shared(TwinSettings.APPROVALS);
        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () ->
                                assertThat(door.core.outbox.all())
                                        .extracting(OutboxEvent::subject)
                                        .doesNotHaveDuplicates()
                                        .hasSize(4));
        door.twin.faults().clear();
        door.node.threads.await();
    }

    @Test
    void slackT67_oneThatFailsStandsInNobodysWayAndIsDoneLater() {
        // Given
        door.core.cards.afterReading(
                () -> {
                    throw new IllegalStateException("a mistake");
                });
        // When
        door.twin.happens().shared(TwinSettings.APPROVALS);
        door.node.threads.await();
        // Then
        areWithheld(3);
        // When
        door.node.requests.unfinished.turn();
        // Then
        areWithheld(4);
    }
}
