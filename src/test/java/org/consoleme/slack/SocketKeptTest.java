package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.consoleme.fakes.MapConfiguration;
import org.consoleme.operations.Check;
import org.consoleme.requests.Review;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.testing.HandTurned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server itself sees to it that its socket is open: three seconds after it broke at most. */
class SocketKeptTest {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final SlackDoor door = new SlackDoor(TwinSettings::withSocketMode);
    private final HandTurned scheduler = new HandTurned();
    private final SlackRegistration registration = registration();

    @BeforeEach
    void start() {
        door.twin.sendOverSockets();
        registration.contextInitialized(null);
        turn();
    }

    @AfterEach
    void close() {
        registration.contextDestroyed(null);
        door.close();
    }

    /** As the container makes it where Slack is reached over the socket alone. */
    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    private SlackRegistration registration() {
        Map<String, Object> keys =
                DoorKeys.of(TwinSettings.defaults(door.node.url()).withSocketMode(), door.twin);
        keys.remove("slack.signing_secret");
        SlackRegistration made = new SlackRegistration();
        made.settings = SlackSettings.from(new MapConfiguration(keys));
        made.app = door.node.slackApp;
        made.tenant = door.node.tenant;
        made.connection = door.node.connection;
        made.clock = door.clock;
        made.scheduler = scheduler.service();
        made.socket = door.node.socket;
        made.unfinished = door.node.requests.unfinished;
        return made;
    }

    private void turn() {
        scheduler.turnAfter(BETWEEN_LOOKS);
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> door.twin.sockets().connections() == 1);
        assertThat(door.node.socket.connected()).isTrue();
    }

    private void awaitBroken() {
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> !door.node.socket.connected());
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> door.twin.sockets().connections() == 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void slackT11_aConnectionThatBreaksIsOpenedAnew(boolean announced) {
        // Given
        if (announced) {
            door.twin.sockets().disconnect("refresh_requested");
        } else {
            door.twin.sockets().breakOff();
        }
        awaitBroken();
        assertThat(door.node.socket.look().state()).isEqualTo(Check.State.DEGRADED);
        // When
        turn();
        // Then
        door.engineer().type("/consoleme whoami");
        assertThat(door.twin.draw(door.answer())).startsWith("You are engineer@example.com.");
    }

    /** The end that comes right after a message is not told by itself. */
    @Test
    void slackT11_aConnectionThatBreaksRightAfterAMessageIsOpenedAnew() {
        int opened = door.twin.outbound().to("apps.connections.open").size();
        door.twin.sockets().breakOffBehindAMessage();

        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(
                        () -> {
                            scheduler.turnAfter(BETWEEN_LOOKS);
                            return door.twin.outbound().to("apps.connections.open").size() > opened;
                        });
        turn();
    }

    @Test
    void slackT11_aConnectionThatLivesIsLeftAlone() {
        int opened = door.twin.outbound().to("apps.connections.open").size();
        turn();
        assertThat(door.twin.outbound().to("apps.connections.open")).hasSize(opened);
    }

    @Test
    void slackT11_whatCannotBeOpenedIsTriedAgainAtTheNextTurn() {
        // Given
        door.twin.sockets().breakOff();
        awaitBroken();
        door.twin.faults().fail("apps.connections.open", 1, 503);
        // When
        scheduler.turnAfter(BETWEEN_LOOKS);
        assertThat(door.node.socket.connected()).isFalse();
        // Then
        turn();
    }

    @Test
    void slackT11_aConnectionThatBreaksDuringAClickBringsItAgainWithoutASecondEffect() {
        try (ExecutorService slack = Executors.newVirtualThreadPerTaskExecutor();
                AskedDoor asked = new AskedDoor(door)) {
            // Given
            CommandDraft approve =
                    asked.approver.composeSubmit(asked.clicked("Approve"), Map.of("reason", "ok"));
            int delivered = door.twin.sockets().deliveries();
            door.twin.sockets().breakOffWithNext();
            // When
            CompletableFuture<AppAnswer> answer =
                    CompletableFuture.supplyAsync(approve::send, slack);
            awaitBroken();
            turn();
            // Then
            assertThat(answer.join().status()).isEqualTo(200);
            assertThat(door.twin.sockets().deliveries()).isEqualTo(delivered + 2);
            asked.heard(TwinSettings.APPROVER);
            door.node.threads.await();
            assertThat(asked.reviews(Review.Verdict.APPROVED)).isEqualTo(1);
            assertThat(asked.done("approve")).isEqualTo(1);
        }
    }
}
