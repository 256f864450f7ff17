package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.consoleme.notifications.Copy;
import org.consoleme.notifications.PostedCard;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that was not told yet in which workspace it is. */
class WhichWorkspaceTest {
    private static final String ENTERPRISE = "E0CORP";

    private SlackDoor door;
    private SlackNode fresh;

    /** Started while Slack does not say who we are. */
    private void start() {
        door.twin.faults().refuse("auth.test", 1, "internal_error");
        fresh = door.anotherNode();
        door.clock.advance(Duration.ofMinutes(2));
        door.audit.clear();
    }

    @AfterEach
    void close() {
        if (fresh != null) {
            fresh.close();
        }
        door.close();
    }

    private AskedDoor inAnEnterprise() {
        door =
                new SlackDoor(
                        settings ->
                                settings.withTeam(
                                        SlackTeam.standalone(
                                                        TwinSettings.TEAM, "Example", "example")
                                                .in(ENTERPRISE, "Corp")),
                        Map.of("slack.enterprise_id", ENTERPRISE));
        return new AskedDoor(door);
    }

    @Test
    void aClickMeanwhileIsToBeRepeatedAndLeavesTheCardAlone() {
        // Given
        AskedDoor asked = inAnEnterprise();
        start();
        door.twin.sendCommandsTo(fresh.url());
        // When
        asked.approver.click(asked.card, "Approve");
        // Then
        assertThat(asked.heard(TwinSettings.APPROVER)).contains("Try again");
        assertThat(door.audit.events()).isEmpty();
        assertThat(door.twin.draw(door.card())).contains("[Approve]");
        // When
        fresh.connection.look();
        // Then
        asked.submitted(asked.clicked("Approve"), Map.of());
        assertThat(asked.done("approve")).isEqualTo(1);
    }

    @Test
    void aCardThatWasWrittenDownUnderTheEnterpriseIsKnown() {
        // Given
        AskedDoor asked = inAnEnterprise();
        PostedCard card = door.core.cards.of(asked.request.id()).getFirst();
        move(card, card.place().replace(TwinSettings.TEAM, ENTERPRISE));
        door.clock.advance(Duration.ofMinutes(2));
        // When
        asked.submitted(asked.clicked("Approve"), Map.of());
        asked.approver.reply(asked.card, "done");
        // Then
        assertThat(asked.done("approve")).isEqualTo(1);
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .untilAsserted(() -> assertThat(asked.now().comments()).hasSize(1));
        door.deliver();
        assertThat(door.twin.draw(door.card())).contains("✔ Applied");
    }

    private void move(PostedCard card, String place) {
        Instant until = door.clock.instant().plusSeconds(40);
        door.core.cards.forget(copy(card.place(), card), card.place());
        Copy moved = copy(place, card);
        door.core.cards.take(moved, door.clock.instant(), until);
        door.core.cards.posted(
                moved,
                until,
                new PostedCard(
                        place,
                        card.request(),
                        card.kind(),
                        card.hash(),
                        card.revision(),
                        card.postedAt()));
    }

    private static Copy copy(String place, PostedCard card) {
        return new Copy(place.substring(0, place.lastIndexOf('#')), card.request(), card.kind());
    }

    @Test
    void slackT11_noSocketIsOpenedBeforeWeKnowWhatIsForUs() {
        // Given
        door = new SlackDoor(TwinSettings::withSocketMode);
        door.engineer();
        door.twin.sendOverSockets();
        start();
        // When
        fresh.socket.keep(fresh.app);
        // Then
        assertThat(fresh.socket.connected()).isFalse();
        // When
        fresh.connection.look();
        fresh.socket.keep(fresh.app);
        // Then
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> door.twin.sockets().connections() == 1);
        door.engineer().type("/consoleme whoami");
        assertThat(door.twin.draw(door.answer())).startsWith("You are engineer@example.com.");
        assertThat(door.audit.events()).isEmpty();
    }
}
