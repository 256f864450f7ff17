package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.fakes.InMemoryAccounts;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.http.OutboundCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More requests wait than an inbox looks at. */
class FullInboxTest {
    /** As many as are looked at, and one. */
    private static final int MANY = 2001;

    private static final AskedChange HIDDEN =
            new AskedChange.Role(
                    RoleArn.parse("arn:aws:iam::200000000002:role/hidden"), Duration.ofHours(1));

    private final SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    private void asked(int times) {
        for (int i = 0; i < times; i++) {
            door.core.open.handle(
                    door.callerOf(SlackDoor.ENGINEER), RequestDraft.of("INC-" + i, HIDDEN));
        }
    }

    @Test
    void whoHasNothingAmongThemIsNotToldThatNothingWaits() {
        // Given
        Actor engineer = door.engineer();
        asked(MANY);
        // When
        engineer.type("/consoleme inbox");
        // Then
        assertThat(door.twin.draw(door.answer()))
                .startsWith("Nothing among the requests that I looked at waits for you.")
                .contains("the oldest may be missing", "[All that wait]");
    }

    @Test
    void whoHasSomeHearsThatThereAreMore() {
        // Given
        Actor approver = door.approver();
        asked(MANY);
        // When
        approver.type("/consoleme inbox");
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.APPROVER)))
                .startsWith("2000 waiting for you, oldest first:")
                .contains("And 1990 more.", "the oldest may be missing", "[All that wait]");
    }

    @Test
    void slackT63_whatHasNoRoomInItIsALinkAway() {
        // Given
        Actor approver = door.approver();
        door.accounts(InMemoryAccounts.account("200000000002", "x".repeat(1500)));
        asked(10);
        // When
        approver.type("/consoleme inbox");
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.APPROVER)))
                .startsWith("10 waiting for you, oldest first:")
                .containsPattern(
                        "There is more than fits here: see the console.\n"
                                + "\\[All that wait\\]\\(\\S+/requests\\?state=pending\\)$");
        assertThat(door.twin.outbound().all()).extracting(OutboundCall::error).containsOnly("");
    }

    @Test
    void aWholeListSaysNothingOfMore() {
        // Given
        Actor engineer = door.engineer();
        asked(1);
        // When
        engineer.type("/consoleme inbox");
        // Then
        assertThat(door.twin.draw(door.answer())).isEqualTo("Nothing waits for you.");
    }
}
