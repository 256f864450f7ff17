package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consoleme.slack.message.SlackMessage;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person who linked several Slack users hears by the one that can be written to. */
class SeveralSlackUsersTest {
    private static final String FORMER = "U0A0FORMER";
    private static final String LATER = "U0ZZLATER1";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private SlackUser account(String id, String user) {
        SlackUser account = SlackUser.person(id, TwinSettings.TEAM, "Account", user);
        door.twin.workspace().people().put(account);
        return account;
    }

    private void leaves(SlackUser account) {
        door.twin.workspace().people().put(account.with(SlackUser.Flag.DELETED));
    }

    private void link(String id, String user) {
        door.clock.advance(Duration.ofSeconds(1));
        door.link(id, user);
    }

    private List<String> toldTo(String slackUser) {
        return DirectTalk.read(door, slackUser);
    }

    private void approve() {
        asked.submitted(asked.clicked("Approve"), Map.of());
        door.deliver();
    }

    @Test
    void theyHearByTheOneThatTheyLinkedLast() {
        // Given
        account(LATER, SlackDoor.ENGINEER);
        link(LATER, SlackDoor.ENGINEER);
        // When
        approve();
        // Then
        assertThat(toldTo(LATER)).singleElement().asString().contains("✔ Applied");
        assertThat(toldTo(TwinSettings.ENGINEER)).isEmpty();
    }

    @Test
    void whereTheLatestIsGoneTheyHearByTheOneFromBeforeAndOnce() {
        // Given
        SlackUser gone = account(FORMER, SlackDoor.ENGINEER);
        link(FORMER, SlackDoor.ENGINEER);
        leaves(gone);
        // When
        approve();
        door.node.notifier.requestChanged(asked.now());
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER)).singleElement().asString().contains("✔ Applied");
        assertThat(door.core.outbox.all()).isEmpty();
    }

    @Test
    void whatWasToldIsNotToldAgainToASlackUserThatIsLinkedLater() {
        // Given
        approve();
        account(LATER, SlackDoor.ENGINEER);
        link(LATER, SlackDoor.ENGINEER);
        // When
        door.node.notifier.requestChanged(asked.now());
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER)).singleElement().asString().contains("✔ Applied");
        assertThat(toldTo(LATER)).isEmpty();
    }

    @Test
    void aCardThatWasShownToSomebodyIsNotShownToTheirNextSlackUser() {
        // Given
        door.core.configure(
                RequestsBehindSlack.RULES.replace(
                        "[approvers]", "[approvers, approver@example.com]"));
        door.node.notifier.requestChanged(asked.now());
        account(FORMER, SlackDoor.APPROVER);
        link(FORMER, SlackDoor.APPROVER);
        // When
        door.node.notifier.requestChanged(asked.now());
        // Then
        assertThat(toldTo(TwinSettings.APPROVER)).hasSize(1);
        assertThat(toldTo(FORMER)).isEmpty();
    }

    @Test
    void anAdministratorWhoseLatestAccountIsGoneHearsByAnotherOnceADay() {
        // Given
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        SlackUser gone = account(FORMER, SlackDoor.ADMIN);
        link(FORMER, SlackDoor.ADMIN);
        leaves(gone);
        SlackMessage alert =
                new SlackMessage().line(SlackMessage.Piece.plain("Look at the self-check."));
        // When
        door.node.requests.alerts.tell("something", alert);
        door.node.requests.alerts.tell("something", alert);
        // Then
        assertThat(toldTo(TwinSettings.ADMIN)).containsExactly("Look at the self-check.");
    }

    @Test
    void whoCannotBeWrittenToAtAllIsLeftInPeace() {
        // Given
        SlackUser only = door.twin.workspace().people().find(TwinSettings.ENGINEER).orElseThrow();
        // When
        leaves(only);
        approve();
        // Then
        assertThat(toldTo(TwinSettings.ENGINEER)).isEmpty();
        assertThat(door.core.outbox.all()).isEmpty();
    }
}
