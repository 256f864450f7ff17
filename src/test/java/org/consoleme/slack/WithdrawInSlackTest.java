package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.CommandDraft;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Withdraw, on what the one who asked sees. */
class WithdrawInSlackTest {
    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    private Message mine() {
        asked.engineer.type("/consoleme mine");
        return door.answer();
    }

    private CommandDraft click() {
        return asked.engineer.composeClick(mine(), "Withdraw");
    }

    private static CommandDraft by(String user, CommandDraft click) {
        return click.bend(payload -> ((ObjectNode) payload.path("user")).put("id", user));
    }

    @Test
    void oneClickInMineWithdrawsTheRequest() {
        // When
        click().send();
        // Then
        assertThat(asked.heard(TwinSettings.ENGINEER))
                .contains("Withdrawn: the request for hidden in billing-prod");
        assertThat(asked.now().state()).isInstanceOf(RequestState.Cancelled.class);
        assertThat(asked.done("cancel")).isEqualTo(1);
        door.deliver();
        assertThat(door.twin.draw(door.card())).contains("○ Withdrawn").doesNotContain("[Approve]");
        assertThat(door.twin.draw(mine())).doesNotContain("[Withdraw]");
    }

    @Test
    void theAnswerToWhoAskedHasItTooAndTheCardOfTheApproversHasNot() {
        asked.engineer.type("/consoleme request billing-reader in billing-test for 1h because x");
        assertThat(door.twin.draw(door.answer())).contains("Asked", "[Withdraw]");
        assertThat(door.twin.draw(asked.card)).doesNotContain("Withdraw");
    }

    @Test
    void slackT31_aBystanderWithdrawsNothing() {
        String heard =
                asked.refused(
                        "NotRequester", TwinSettings.ENGINEER, by(TwinSettings.APPROVER, click()));
        assertThat(heard).contains("not yours to withdraw");
    }

    @Test
    void slackT31_norDoesSomebodyWhomWeDoNotKnow() {
        asked.refused("Unauthenticated", TwinSettings.ENGINEER, by(TwinSettings.ADMIN, click()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "", "a b"})
    void slackT40_aValueThatIsNoIdIsNothing(String value) {
        String heard =
                asked.refused(
                        "ForgedButton",
                        TwinSettings.ENGINEER,
                        click().bend(
                                        payload ->
                                                ((ObjectNode) payload.path("actions").get(0))
                                                        .put("value", value)));
        assertThat(heard).startsWith("That is not available here.");
    }

    @Test
    void slackT47_whatIsDecidedCannotBeWithdrawnAnyMore() {
        // Given
        CommandDraft late = click();
        asked.submitted(asked.clicked("Deny"), Map.of("reason", "no"));
        asked.request = asked.now();
        // When, Then
        assertThat(asked.refused("Conflict", TwinSettings.ENGINEER, late))
                .contains("denied it already");
    }
}
