package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Socket Mode: the same door by another way. */
class OverSocketsTest {
    private final SlackDoor door = new SlackDoor(TwinSettings::withSocketMode);

    @BeforeEach
    void connect() {
        door.twin.sendOverSockets();
        door.node.socket.keep(door.node.app);
        assertThat(door.node.socket.connected()).isTrue();
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> door.twin.sockets().connections() == 1);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void connections(int wanted) {
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> door.twin.sockets().connections() == wanted);
    }

    @Test
    void slackT11_theWholeWayOfARequest() {
        try (AskedDoor asked = new AskedDoor(door)) {
            // When
            asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
            door.deliver();
            // Then
            assertThat(asked.now().state()).isInstanceOf(RequestState.Applied.class);
        }
    }

    @Test
    void slackT11_theMenuOfRolesAnswersInItsAcknowledgement() {
        var engineer = door.engineer();
        engineer.type("/consoleme request");
        SlackView form = door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
        assertThat(engineer.suggest(form, "role", "hidden"))
                .extracting(Option::text)
                .containsExactly("hidden  ·  billing-prod");
    }

    @Test
    void slackT11_theSameEnvelopeTwiceHasOneEffect() throws Exception {
        try (AskedDoor asked = new AskedDoor(door)) {
            // Given
            SlackView modal = asked.clicked("Approve");
            asked.submitted(modal, Map.of());
            // When
            door.twin.sockets().redeliver();
            // Then
            onceAndOneReplay(asked);
        }
    }

    @Test
    void slackT11_oneModalSentTwiceAtOnceHasOneEffect() {
        try (AskedDoor asked = new AskedDoor(door)) {
            // Given
            SlackView modal = asked.clicked("Approve");
            SignedRequest once = asked.approver.composeSubmit(modal, Map.of()).prepare();
            // When
            door.twin.sendAtOnce(List.of(once, once));
            asked.heard(TwinSettings.APPROVER);
            // Then
            onceAndOneReplay(asked);
        }
    }

    @Test
    void slackT11_twoNodesThatGetTheSameEnvelopeActOnItOnce() {
        try (SlackNode second = door.anotherNode();
                AskedDoor asked = new AskedDoor(door)) {
            // Given
            second.socket.keep(second.app);
            connections(2);
            SlackView modal = asked.clicked("Approve");
            door.twin.sockets().deliverToAll();
            // When
            asked.submitted(modal, Map.of());
            second.threads.await();
            // Then
            onceAndOneReplay(asked);
        }
    }

    /** The second one had no effect, and stands in the audit trail as what it is. */
    private void onceAndOneReplay(AskedDoor asked) {
        assertThat(door.refusals(2)).containsExactly("Replay");
        door.node.threads.await();
        assertThat(door.audit.events()).hasSize(2);
        assertThat(asked.done("approve")).isEqualTo(1);
        assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(1);
    }

    @Test
    void slackT11_anAcknowledgementThatIsLostBringsTheSameEnvelopeWithoutEffect() throws Exception {
        // Given
        door.twin.sockets().loseAcknowledgements(1);
        door.engineer().type(AskedDoor.LINE);
        door.answer();
        // When
        door.twin.sockets().redeliver();
        // Then
        assertThat(door.refusals(2)).containsOnly("Replay").isNotEmpty();
        assertThat(
                        door.core
                                .requests
                                .of(
                                        door.core.latest().requester(),
                                        RequestOrder.NEWEST_FIRST,
                                        Optional.empty(),
                                        5)
                                .requests())
                .hasSize(1);
    }

    @Test
    void slackT12_anEventThatComesTwiceOverTheSocketHasOneEffect() {
        try (AskedDoor asked = new AskedDoor(door)) {
            // Given
            CommandDraft once = asked.approver.composeReply(asked.card, "Which ticket?");
            // When
            assertThat(once.send().status()).isEqualTo(200);
            assertThat(once.retried(1, "timeout").send().status()).isEqualTo(200);
            // Then
            Awaitility.await().atMost(SlackDoor.SOON).until(() -> asked.done("comment") == 1);
            door.node.threads.await();
            assertThat(asked.now().comments()).hasSize(1);
            assertThat(asked.done("comment")).isEqualTo(1);
        }
    }

    @Test
    void slackT08_anotherTenantOverTheSocketChangesNothing() {
        // Given
        door.engineer().type("/consoleme creds billing");
        CommandDraft click =
                door.engineer()
                        .composeClick(door.answer(), "Use")
                        .bend(p -> ((ObjectNode) p.path("team")).put("id", "T0OTHER"));
        door.audit.clear();
        // When
        click.send();
        // Then
        assertThat(door.refusals(1)).containsExactly("WrongTenant");
    }
}
