package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.RequestOrder;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.Form;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engineer and an approver type about requests, and what they hear. */
class RequestCommandsTest {
    private final SlackDoor door = new SlackDoor();

    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private String heard() {
        return door.twin.draw(door.answer());
    }

    private SlackView form() {
        return door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
    }

    @Test
    void aHalfLineOpensTheFormFilledWithWhatWasSaid() {
        // When
        engineer.type("/consoleme request hidden for 90m because INC-1");
        heardNothingButAsked();
        engineer.type("/consoleme request hidden for 90m");
        // Then
        assertThat(door.twin.draw(form()))
                .contains("hidden", "billing-prod", "other", "90m")
                .contains("Asks any 1 of approvers.");
    }

    private void heardNothingButAsked() {
        assertThat(heard()).contains("Asked");
    }

    @Test
    void theFormSentAsksForTheRole() {
        // Given
        engineer.type("/consoleme request hidden");
        // When
        AppAnswer answer = engineer.submit(form(), Map.of("length", "4 h", "why", "INC-2"));
        // Then
        assertThat(answer.body()).isEmpty();
        assertThat(heard()).contains("Asked: you ask for hidden in billing-prod for 4 h");
        assertThat(door.core.latest().justification()).isEqualTo("INC-2");
    }

    @Test
    void theShortcutOpensAnEmptyFormAndTheAnswerIsADirectMessage() {
        // Given
        engineer.shortcut("requests.ask");
        SlackView form = form();
        assertThat(door.twin.draw(form)).contains("Who is asked depends on the role.");
        // When
        Form filled = engineer.form(form);
        filled.put("role", filled.suggest("role", "hidden").getFirst().value())
                .put("length", "other")
                .put("other_length", "1h30m")
                .put("why", "INC-3")
                .submit();
        // Then
        Message said =
                door.twin.awaitMessage(
                        m -> m.ephemeralTo().isEmpty() && door.twin.draw(m).contains("Asked"),
                        SlackDoor.SOON);
        assertThat(door.twin.draw(said)).contains("for 1 h 30 min");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0h", "999999999999h"})
    void aLengthThatIsNoneStandsUnderItsField(String length) {
        // Given
        engineer.type("/consoleme request hidden");
        // When
        AppAnswer answer =
                engineer.composeSubmit(
                                form(),
                                Map.of("length", "other", "other_length", length, "why", "x"))
                        .send();
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"errors\"", "other_length", "1h30m");
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void slackT64_aSecretInTheReasonIsRefusedBeforeAnythingIsStored() {
        // Given
        engineer.type("/consoleme request hidden");
        String secret = "AKIA" + "ABCDEFGHIJKLMNOP";
        // When
        AppAnswer answer =
                engineer.composeSubmit(form(), Map.of("length", "1 h", "why", "key " + secret))
                        .send();
        // Then
        assertThat(answer.body()).contains("looks like a secret").doesNotContain(secret);
        assertThat(
                        door.core
                                .requests
                                .of(
                                        door.callerOf(SlackDoor.ENGINEER).user(),
                                        RequestOrder.NEWEST_FIRST,
                                        Optional.empty(),
                                        5)
                                .requests())
                .isEmpty();
        assertThat(door.twin.outbound().contains(secret)).isFalse();
    }

    @Test
    void whatNobodyMayAskForIsAsIfItWereNotThere() {
        // Given
        door.core.configure("approval_rules: []");
        // When
        engineer.type("/consoleme request hidden for 1h because x");
        // Then
        assertThat(heard()).contains("Nothing that you may ask for matches \"hidden\".");
    }

    @Test
    void aRequestThatNobodyCouldApproveSaysSoBeforeItIsSent() {
        // Given
        door.core.configure(
                RequestsBehindSlack.RULES.replace("[approvers]", "[engineer@example.com]"));
        // When
        engineer.type("/consoleme request hidden");
        // Then
        assertThat(door.twin.draw(form())).contains("Nobody could approve this");
    }

    @Test
    void severalRolesAreOfferedAndOneIsChosen() {
        // Given
        engineer.type("/consoleme request billing-reader for 1h because x");
        Message several = door.answer();
        assertThat(door.twin.draw(several)).contains("billing-prod", "billing-test", "[Ask]");
        // When
        engineer.click(several, "Ask");
        // Then
        assertThat(door.twin.draw(form())).contains("billing-reader", "1 h");
    }

    @Test
    void aRuleThatApprovesMakesNoNoise() {
        // Given
        door.core.configure(
                RequestsBehindSlack.RULES.replace(
                        "approvers: [approvers]", "approvers: [approvers]\n  auto_approve: true"));
        // When
        engineer.type(AskedDoor.LINE);
        // Then
        assertThat(heard()).contains("approves this at once");
        door.deliver();
        assertThat(door.core.known.of(door.core.latest().requester())).hasSize(1);
        assertThat(
                        door.twin.workspace().messages().all().stream()
                                .filter(m -> m.channel().equals(TwinSettings.APPROVALS)))
                .isEmpty();
    }

    @Test
    void twoOfTwoApproversAreWaitedFor() {
        // Given
        door.core.configure(RequestsBehindSlack.RULES + "  needed: 2\n");
        try (AskedDoor asked = new AskedDoor(door)) {
            // When
            asked.submitted(asked.clicked("Approve"), Map.of());
            door.deliver();
            // Then
            assertThat(asked.now().state()).isInstanceOf(RequestState.Pending.class);
            assertThat(door.twin.draw(door.card()))
                    .contains("1 of 2 approvals, by approver@example.com", "[Approve]");
            assertThat(
                            asked.refused(
                                    "Conflict",
                                    TwinSettings.APPROVER,
                                    asked.approver.composeClick(door.card(), "Approve")))
                    .contains("You approved this already.");
        }
    }

    @Test
    void slackT70_theLogHoldsNoReasonTriggerOrWhatAModalCarries() {
        try (LogLines log = new LogLines();
                AskedDoor asked = new AskedDoor(door)) {
            // When
            SlackView modal = asked.clicked("Deny");
            asked.submitted(modal, Map.of("reason", "quarterly-secret-plan"));
            door.deliver();
            // Then
            assertThat(log.all())
                    .noneMatch(line -> line.contains("INC-4711"))
                    .noneMatch(line -> line.contains("quarterly-secret-plan"))
                    .noneMatch(line -> line.contains("trigger_id"))
                    .noneMatch(line -> line.contains(modal.privateMetadata()));
        }
    }
}
