package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who is linked, but whom the directory does not know. */
class WhoLeftTest {
    private static final String LEFT = "The directory does not know you, or says that you left";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "inbox", "creds admin", "return hidden"})
    void isToldSoAndNotToLinkAgain(String line) {
        // Given
        door.directory.remove(SlackDoor.ENGINEER);
        // When
        asked.engineer.type("/consoleme " + line);
        // Then
        assertThat(asked.heard(TwinSettings.ENGINEER))
                .startsWith(LEFT)
                .contains("/consoleme unlink")
                .doesNotContain("I don't know you yet");
    }

    @Test
    void hearsItAtACardToo() {
        // Given
        door.directory.remove(SlackDoor.APPROVER);
        // When, Then
        assertThat(
                        asked.refused(
                                "Unauthenticated",
                                TwinSettings.APPROVER,
                                asked.approver.composeClick(asked.card, "Approve")))
                .startsWith(LEFT);
    }

    @Test
    void canUnlinkAllTheSame() {
        // Given
        door.directory.remove(SlackDoor.ENGINEER);
        asked.engineer.type("/consoleme unlink");
        door.answer();
        // When
        asked.engineer.type("/consoleme mine");
        // Then
        assertThat(asked.heard(TwinSettings.ENGINEER)).startsWith("I don't know you yet.");
    }
}
