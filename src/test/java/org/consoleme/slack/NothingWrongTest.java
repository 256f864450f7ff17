package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.testing.SomeGrants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes too late, presses twice or mistypes hears so, and is not in the audit trail for it. */
class NothingWrongTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private String heard(CommandDraft act) {
        assertThat(act.send().status()).isEqualTo(200);
        door.node.threads.await();
        return asked.heard(TwinSettings.APPROVER);
    }

    private void noRow() {
        assertThat(door.audit.events())
                .noneMatch(row -> row.reason().equals(Optional.of("NotYours")));
    }

    private Message answerTo(String line) {
        asked.approver.type(line);
        return door.answerTo(TwinSettings.APPROVER);
    }

    @Test
    void whoIsLateForACardHearsWhoWasFirst() {
        // Given
        Message inbox = answerTo("/consoleme inbox");
        door.core.cancel.handle(door.callerOf(SlackDoor.ENGINEER), asked.request.id());
        // When, Then
        assertThat(heard(asked.approver.composeClick(inbox, "Show card")))
                .contains(SlackDoor.ENGINEER + " withdrew it.");
        noRow();
    }

    @Test
    void whoIsLateForAnOverdueCardHearsThatItExpired() {
        // Given
        Message inbox = answerTo("/consoleme inbox");
        door.clock.advance(Duration.ofDays(2));
        // When, Then
        assertThat(heard(asked.approver.composeClick(inbox, "Show card")))
                .contains("It expired before anybody decided.");
        noRow();
    }

    @Test
    void whoReturnsAllTwiceHearsThatNothingIsLeft() {
        // Given
        SomeGrants.open(
                door.core.grants,
                "g-0",
                SlackDoor.APPROVER,
                SlackDoor.READER,
                door.clock.instant(),
                Duration.ofHours(1));
        Message mine = answerTo("/consoleme mine");
        // When
        String first = heard(returnAll(mine));
        String second = heard(returnAll(mine));
        // Then
        assertThat(first).contains("Returned");
        assertThat(second).contains("It has ended: nothing of it is left.");
        noRow();
    }

    /** As the button for all grants of a role has it. */
    private CommandDraft returnAll(Message message) {
        return asked.approver
                .composeClick(message, "Return early")
                .bend(p -> ((ObjectNode) p.path("actions").get(0)).put("value", SlackDoor.READER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"return hiddne", "extend hidden 1h because x"})
    void aRoleThatTheyDoNotHaveIsATypingMistake(String words) {
        assertThat(heard(asked.approver.compose("/consoleme " + words)))
                .startsWith("That is not available here.");
        noRow();
    }
}
