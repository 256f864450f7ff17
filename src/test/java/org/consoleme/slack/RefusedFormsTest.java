package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form offers what can be asked for, and what was typed outlives a refusal. */
class RefusedFormsTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private void atMost(String length) {
        door.core.configure(
                RequestsBehindSlack.RULES.replace("max_duration: 8h", "max_duration: " + length));
    }

    private SlackView form() {
        return door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
    }

    @ParameterizedTest
    @CsvSource({
        "8h, 1 h | 4 h | 8 h | other",
        "5h, 1 h | 4 h | other",
        "2h, 1 h | other",
        "30m, 30 min | other"
    })
    void noLengthIsOfferedThatTheRuleForbids(String longest, String offered) {
        // Given
        atMost(longest);
        // When
        engineer.type("/consoleme request hidden");
        // Then
        assertThat(door.twin.draw(form())).contains("For how long: (" + offered + ")", "At most ");
    }

    @Test
    void aTypedLengthThatIsTooLongIsNotFilledIn() {
        // Given
        atMost("2h");
        // When
        engineer.type("/consoleme request hidden for 8h");
        // Then
        assertThat(door.twin.draw(form()))
                .contains("At most 2 h at a time.")
                .doesNotContain("8h", "480m", "8 h");
    }

    @Test
    void whatTheCoreRefusesCanBeAskedForAgainWithoutTypingItAnew() {
        // Given
        engineer.type("/consoleme request hidden");
        SlackView sent = form();
        atMost("2h");
        // When
        engineer.submit(sent, Map.of("length", "4 h", "why", "INC-2\nsecond line"));
        // Then
        Message refused = door.answer();
        assertThat(door.twin.draw(refused))
                .contains("minutes: from 15 to 120 whole minutes", "[Request access]");
        // When
        engineer.click(refused, "Request access");
        // Then
        assertThat(door.twin.draw(form()))
                .contains("hidden", "INC-2", "second line", "(1 h | other)");
    }

    @Test
    void aRoleThatTheyCannotAskForAnyMoreIsLeftOut() {
        // Given
        engineer.type("/consoleme request hidden");
        SlackView sent = form();
        door.core.configure("approval_rules: []");
        engineer.submit(sent, Map.of("length", "4 h", "why", "INC-2"));
        // When
        engineer.click(door.answer(), "Request access");
        // Then
        assertThat(door.twin.draw(form()))
                .contains("Who is asked depends on the role.", "INC-2")
                .doesNotContain("hidden");
    }
}
