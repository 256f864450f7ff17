package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.awaitility.Awaitility;
import org.consoleme.requests.Change;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.Form;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Below the form stands who will be asked, as soon as the role is chosen. */
class FormOutlookTest {
    private static final String UPDATE = "views.update";
    private static final String HIDDEN = "hidden  ·  billing-prod";

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.twin.faults().clear();
        door.close();
    }

    private SlackView form() {
        engineer.type("/consoleme request");
        return door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
    }

    /** Somebody with the form in their hands who has typed and sees the role in the menu. */
    private Form hands(SlackView form) {
        Form hands = engineer.form(form);
        hands.suggest("role", "hidden");
        return hands;
    }

    /** The form after it was drawn anew. */
    private String drawnAnew() {
        Awaitility.await()
                .atMost(SlackDoor.SOON)
                .until(() -> engineer.modal().filter(m -> m.via().equals(UPDATE)).isPresent());
        return door.twin.draw(engineer.modal().orElseThrow());
    }

    @Test
    void whoIsAskedIsSaidWhenTheRoleIsChosen() {
        // Given
        SlackView form = form();
        assertThat(door.twin.draw(form)).contains("Who is asked depends on the role.");
        // When
        assertThat(hands(form).choose("role", HIDDEN).status()).isEqualTo(200);
        // Then
        assertThat(drawnAnew())
                .contains(
                        "hidden  ·  billing-prod",
                        "Asks any 1 of approvers. At most 8 h at a time.");
    }

    @Test
    void whatWasFilledInStaysAndTheFormCanBeSent() {
        // Given
        SlackView form = form();
        hands(form).putAll(Map.of("length", "4h", "why", "INC-4711")).choose("role", HIDDEN);
        assertThat(drawnAnew()).contains("INC-4711");
        // When
        SlackView drawn = engineer.modal().orElseThrow();
        assertThat(engineer.submit(drawn, Map.of()).status()).isEqualTo(200);
        // Then
        assertThat(door.twin.draw(door.answer())).contains("Asked: you ask for hidden");
        assertThat(door.core.latest().changes().getFirst().change())
                .isInstanceOfSatisfying(
                        Change.RoleForATime.class,
                        change -> assertThat(change.length()).hasHours(4));
    }

    @Test
    void thatNobodyCouldApproveIsSaidBeforeItIsSent() {
        // Given
        Form hands = hands(form());
        door.core.configure(
                RequestsBehindSlack.RULES.replace("[approvers]", "[engineer@example.com]"));
        // When
        hands.choose("role", HIDDEN);
        // Then
        assertThat(drawnAnew()).contains("obody");
    }

    @Test
    void aFormThatWasClosedMeanwhileIsNobodysTrouble() {
        // Given
        SlackView form = form();
        Form hands = hands(form);
        int answers = door.answers();
        // When
        door.twin.faults().refuse(UPDATE, 1, "not_found");
        assertThat(hands.choose("role", HIDDEN).status()).isEqualTo(200);
        Awaitility.await().atMost(SlackDoor.SOON).until(() -> door.twin.faults().left() == 0);
        // Then
        assertThat(hands(form).choose("role", HIDDEN).status()).isEqualTo(200);
        assertThat(drawnAnew()).contains("Asks any 1 of approvers.");
        assertThat(door.answers()).isEqualTo(answers);
    }

    @Test
    void slackT69_aRoleThatTheyMayNotAskForIsNotThere() {
        // Given
        SlackView form = form();
        Form hands = hands(form);
        door.core.configure("approval_rules: []");
        // When
        hands.choose("role", HIDDEN);
        // Then
        assertThat(drawnAnew()).contains("You cannot ask for this role.");
    }
}
