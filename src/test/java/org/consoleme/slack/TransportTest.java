package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.command.SignedRequest;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in: signature, time, replays, bytes. */
class TransportTest {
    private static final String WHOAMI = "/consoleme whoami";

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aSignedCommandIsAcknowledgedAtOnceAndAnsweredBehindIt() {
        // When
        AppAnswer taken = engineer.type(WHOAMI);
        // Then
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body()).isEmpty();
        assertThat(door.twin.draw(door.answer())).startsWith("You are engineer@example.com.");
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT01_aForgedSignatureIsRefusedAndNobodyIsNamed() {
        try (LogLines log = new LogLines()) {
            // When
            AppAnswer answer = engineer.compose(WHOAMI).signedWith("x".repeat(32)).send();
            // Then
            assertThat(answer.status()).isEqualTo(401);
            refusedAs("Unsigned");
            assertThat(door.audit.events().getFirst().origin().actor()).isEqualTo("unknown");
            assertThat(log.all()).noneMatch(line -> line.contains(TwinSettings.ENGINEER));
        }
    }

    @Test
    void slackT01_theBodyOfAForgedRequestIsNotParsed() {
        // When
        AppAnswer answer =
                engineer.compose(WHOAMI)
                        .rawBody("payload={\"".getBytes(StandardCharsets.UTF_8))
                        .signedWith("another")
                        .send();
        // Then: not 400
        assertThat(answer.status()).isEqualTo(401);
        refusedAs("Unsigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "v1=00", "v0=0000"})
    void slackT01_aSignatureThatIsNoneIsRefused(String signature) {
        assertThat(engineer.compose(WHOAMI).header("X-Slack-Signature", signature).send().status())
                .isEqualTo(401);
        refusedAs("Unsigned");
    }

    @Test
    void slackT02_theSdksConstantForAMissingSecretOpensNothing() {
        assertThat(engineer.compose(WHOAMI).signedWith("---").send().status()).isEqualTo(401);
        refusedAs("Unsigned");
    }

    @Test
    void slackT03_aStaleRequestIsRefusedOneOnTheEdgeIsNot() {
        // When
        int stale =
                engineer.compose(WHOAMI).at(door.clock.instant().minusSeconds(301)).send().status();
        int edge =
                engineer.compose(WHOAMI).at(door.clock.instant().minusSeconds(300)).send().status();
        // Then
        assertThat(List.of(stale, edge)).containsExactly(401, 200);
        assertThat(door.refusals(1)).containsExactly("Untimely");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1772366701",
                "1772452800",
                "2087985600",
                "9000000000000000000",
                "99999999999",
                "-1772366400",
                "+1772366400",
                "1772366400.0",
                "0x69A42CC0",
                "noon",
                ""
            })
    void slackT04_aTimeAheadOrOneThatIsNoneIsRefused(String timestamp) {
        try (LogLines log = new LogLines()) {
            // When
            AppAnswer answer = engineer.compose(WHOAMI).timestamp(timestamp).send();
            // Then
            assertThat(answer.status()).isEqualTo(401);
            refusedAs("Untimely");
            assertThat(log.withStackTraces()).isEmpty();
        }
    }

    @Test
    void slackT05_aReplayOnTheSameNodeHasNoEffect() {
        // Given
        SignedRequest request = engineer.compose(WHOAMI).prepare();
        // When
        AppAnswer first = door.twin.send(request);
        door.answer();
        AppAnswer second = door.twin.send(request);
        // Then
        assertThat(List.of(first.status(), second.status())).containsExactly(200, 200);
        oneEffectAndAReplay();
    }

    @Test
    void slackT05_aReplayOnAnotherNodeHasNoEffect() {
        // Given
        SignedRequest request = engineer.compose(WHOAMI).prepare();
        try (SlackNode other = door.anotherNode()) {
            // When
            door.twin.send(request);
            door.answer();
            door.twin.sendCommandsTo(other.url());
            AppAnswer second = door.twin.send(request);
            // Then
            assertThat(second.status()).isEqualTo(200);
            oneEffectAndAReplay();
        }
    }

    @Test
    void slackT05_aReplayAfterARestartHasNoEffect() {
        // Given
        SignedRequest request = engineer.compose(WHOAMI).prepare();
        door.twin.send(request);
        door.answer();
        // When
        door.node.close();
        try (SlackNode restarted = door.anotherNode()) {
            door.twin.sendCommandsTo(restarted.url());
            door.clock.advance(Duration.ofMinutes(5));
            AppAnswer second = door.twin.send(request);
            // Then
            assertThat(second.status()).isEqualTo(200);
            oneEffectAndAReplay();
        }
    }

    @Test
    void slackT05_aReplayedClickHasNoEffect() {
        // Given
        engineer.type("/consoleme creds billing-reader");
        Message several = door.answer();
        SignedRequest click = engineer.composeClick(several, "Use").prepare();
        // When
        AppAnswer first = door.twin.send(click);
        Message one = door.answer();
        AppAnswer second = door.twin.send(click);
        // Then
        assertThat(List.of(first.status(), second.status())).containsExactly(200, 200);
        assertThat(door.twin.draw(one)).contains("weep file");
        assertThat(door.refusals(1)).containsExactly("Replay");
        assertThat(door.answers()).isEqualTo(2);
    }

    private void oneEffectAndAReplay() {
        assertThat(door.refusals(1)).containsExactly("Replay");
        assertThat(door.audit.events().getFirst().origin().actor())
                .isEqualTo(TwinSettings.TEAM + "#" + TwinSettings.ENGINEER);
        assertThat(door.answers()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*bold*", "a+b", "100% of %20", "é 😀 👩‍👩‍👧", "two\r\nlines"})
    void slackT06_anyTextThatSlackSignedIsTakenAsItWasTyped(String text) {
        // When
        CommandDraft draft = engineer.compose("/consoleme find x").field("text", "find " + text);
        AppAnswer taken = draft.send();
        // Then
        assertThat(taken.status()).isEqualTo(200);
        assertThat(door.twin.draw(door.answer()))
                .isEqualTo("Nothing of yours matches \"" + text.replaceAll("\\s+", " ") + "\".");
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT06_theBytesAreVerifiedNotTheirDecoding() {
        // Given: the same fields, in another spelling than ours
        String body =
                new String(engineer.compose(WHOAMI).prepare().body(), StandardCharsets.UTF_8)
                        .replace("whoami", "%77ho%61mi");
        // When
        AppAnswer taken =
                engineer.compose(WHOAMI).rawBody(body.getBytes(StandardCharsets.UTF_8)).send();
        // Then
        assertThat(taken.status()).isEqualTo(200);
        assertThat(door.twin.draw(door.answer())).startsWith("You are");
    }

    /** Nothing but the denied row: no answer, no call to Slack. */
    private void refusedAs(String cause) {
        assertThat(door.refusals(1)).containsExactly(cause);
        assertThat(door.audit.events()).hasSize(1);
        assertThat(door.answers()).isZero();
        assertThat(door.twin.outbound().to("users.info")).isEmpty();
    }
}
