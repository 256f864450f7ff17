package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is for the asker alone, and only for a full member who is who they say. */
class WhoHearsAnAnswerTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void slackT66_anAnswerInAChannelIsForTheAskerAlone(boolean shared) {
        // Given
        if (shared) {
            Channel general =
                    door.twin.workspace().channels().find(TwinSettings.GENERAL).orElseThrow();
            door.twin.workspace().channels().put(general.with(Channel.Flag.EXT_SHARED));
        }
        // When
        engineer.in("general").type("/consoleme creds");
        door.answer();
        // Then
        assertThat(door.twin.workspace().messages().in(TwinSettings.GENERAL, TwinSettings.APPROVER))
                .isEmpty();
        assertThat(door.twin.outbound().all())
                .noneMatch(call -> call.sent().contains("in_channel"))
                .noneMatch(call -> call.method().startsWith("chat."));
    }

    @Test
    void slackT66_anAnswerInTheDirectMessageIsNotKeptThereEither() {
        // When
        engineer.type("/consoleme creds");
        // Then
        assertThat(door.answer().ephemeralTo()).contains(TwinSettings.ENGINEER);
        assertThat(door.twin.workspace().messages().all())
                .allSatisfy(m -> assertThat(m.ephemeralTo()).contains(TwinSettings.ENGINEER));
        assertThat(door.twin.outbound().all()).noneMatch(call -> call.method().startsWith("chat."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESTRICTED",
                "ULTRA_RESTRICTED",
                "STRANGER",
                "DELETED",
                "BOT",
                "WORKFLOW_BOT"
            })
    void slackT66_whoIsNoFullMemberHearsOfNoAccount(String flag) {
        // Given
        door.twin.workspace().people().put(member().with(SlackUser.Flag.valueOf(flag)));
        // When
        engineer.type("/consoleme creds");
        // Then
        assertThat(door.twin.draw(door.answer()))
                .isEqualTo("Only full members of this workspace can use me.");
        assertThat(door.refusals(1)).containsExactly("NotAMember");
    }

    @Test
    void slackT26_somebodyOfAnotherWorkspaceIsRefusedThoughNoFlagSaysSo() {
        // Given
        door.twin.workspace().people().put(member().of("T0OTHER001", Optional.empty()));
        // When
        engineer.type("/consoleme creds");
        // Then
        assertThat(door.twin.draw(door.answer())).startsWith("Only full members");
    }

    @Test
    void slackT21_aNameLikeAnothersMakesNobodyThatOther() {
        // Given
        SlackUser approver =
                door.twin.workspace().people().find(TwinSettings.APPROVER).orElseThrow();
        door.twin
                .workspace()
                .people()
                .put(
                        approver.renamed("engineer", "Eva Engineer")
                                .withEmail(Optional.of(SlackDoor.ENGINEER)));
        // When
        door.twin.actAs(TwinSettings.APPROVER).type("/consoleme creds");
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.APPROVER)))
                .startsWith("I don't know you yet.");
    }

    private SlackUser member() {
        return door.twin.workspace().people().find(TwinSettings.ENGINEER).orElseThrow();
    }
}
