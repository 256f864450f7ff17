package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way of a request for a role, in Slack alone. */
class ApproveInSlackTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();
    private final Actor approver = door.approver();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void oneLineAndTwoClicksGiveTheRole() {
        // Given
        engineer.type("/consoleme request role hidden for 2h because INC-4711");
        assertThat(door.twin.draw(door.answer())).contains("Asked", "hidden", "billing-prod");
        door.deliver();
        Message card = door.card();
        // When
        approver.click(card, "Approve");
        SlackView modal = door.twin.awaitModal(TwinSettings.APPROVER, SlackDoor.SOON);
        approver.submit(modal, Map.of("reason", "go on"));
        assertThat(door.twin.draw(door.answerTo(TwinSettings.APPROVER))).contains("You approved");
        door.deliver();
        // Then
        ChangeRequest request = door.core.latest();
        assertThat(request.state()).isInstanceOf(RequestState.Applied.class);
        assertThat(door.core.known.of(request.requester())).hasSize(1);
    }
}
