package org.consoleme.slack;

import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenAnswersTest {
    private final SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "creds-one,creds admin",
        "creds-one-of-a-name-in-an-account,creds billing-reader in billing-test for 2h",
        "creds-cli-only,creds invoice-app",
        "creds-several,creds billing",
        "creds-none,creds amdin",
        "creds-which,creds",
        "creds-unknown-account,creds admin in nowhere",
        "help,help",
        "unknown-word,crds admin",
        "whoami,whoami",
        "find,find billing",
        "find-none,find nonsense",
        "length-that-is-none,creds admin for ever"
    })
    void theAnswerIsAsDrawn(String name, String line) {
        // When
        door.engineer().type("/consoleme " + line);
        // Then
        GoldenAnswers.assertSame(name, door.twin, door.answer());
    }

    @Test
    void aClickOnUseIsAnsweredLikeTheOneMatch() {
        // Given
        door.engineer().type("/consoleme creds billing for 2h");
        Message several = door.answer();
        // When
        door.engineer().click(several, "Use");
        // Then
        GoldenAnswers.assertSame("creds-used", door.twin, door.answer());
    }

    @Test
    void whoIsNotLinkedIsInvited() {
        // When
        door.twin.actAs(TwinSettings.ENGINEER).type("/consoleme creds admin");
        // Then
        GoldenAnswers.assertSame("creds-unlinked", door.twin, door.answer());
    }
}
