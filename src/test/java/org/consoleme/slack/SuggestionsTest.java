package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.testing.Roles.role;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.consoleme.inventory.IndexedRole;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.modal.Option;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The menu of roles: what one may ask for or use, and no more. */
class SuggestionsTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private SlackView form() {
        engineer.type("/consoleme request");
        return door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
    }

    private static List<String> texts(List<Option> options) {
        return options.stream().map(Option::text).toList();
    }

    @Test
    void namesAndAccountsAreFound() {
        SlackView form = form();
        assertThat(texts(engineer.suggest(form, "role", "read")))
                .containsExactly(
                        "billing-reader  ·  billing-prod", "billing-reader  ·  billing-test");
        assertThat(texts(engineer.suggest(form, "role", "reader test")))
                .containsExactly("billing-reader  ·  billing-test");
    }

    @Test
    void aboveAHundredTheLastRowAsksForMore() {
        // Given
        door.publish(
                "300000000003",
                IntStream.range(0, 250)
                        .mapToObj(
                                i ->
                                        role(
                                                "arn:aws:iam::300000000003:role/app-%03d"
                                                        .formatted(i),
                                                Set.of(),
                                                Set.of()))
                        .toArray(IndexedRole[]::new));
        SlackView form = form();
        // When
        List<Option> many = engineer.suggest(form, "role", "app-");
        // Then
        assertThat(many).hasSize(100);
        assertThat(many.getLast().text()).contains("there are more");
        assertThat(texts(engineer.suggest(form, "role", "app-249")))
                .containsExactly("app-249  ·  billing-test");
    }

    @Test
    void slackT69_whoMayAskForNothingSeesTheirOwnAlone() {
        // Given
        SlackView form = form();
        door.core.configure("approval_rules: []");
        // When, Then
        assertThat(texts(engineer.suggest(form, "role", "hidden"))).isEmpty();
        assertThat(texts(engineer.suggest(form, "role", "admin")))
                .containsExactly("admin  ·  billing-prod");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "%", "(a+)+$", "hid*", "[", "\u0000"})
    void slackT69_aPatternIsTakenByTheLetter(String query) {
        assertThat(engineer.suggest(form(), "role", query)).isEmpty();
    }

    @Test
    void slackT69_somebodyWhoIsNotLinkedSeesNothing() {
        // Given
        SlackView form = form();
        AppAnswer answer =
                engineer.form(form)
                        .composeSuggest("role", "hidden")
                        .bend(p -> ((ObjectNode) p.path("user")).put("id", TwinSettings.APPROVER))
                        .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("hidden");
    }

    @Test
    void slackT69_whoAsksWithoutEndIsAnsweredWithNothing() {
        // Given
        SlackView form = form();
        IntStream.range(0, 600)
                .parallel()
                .forEach(i -> engineer.form(form).composeSuggest("role", "hidden").send());
        // When, Then
        assertThat(engineer.suggest(form, "role", "hidden")).isEmpty();
        door.clock.advance(Duration.ofMinutes(2));
        assertThat(engineer.suggest(form, "role", "hidden")).hasSize(1);
    }

    @Test
    void slackT69_theAnswerComesInTimeWhateverSlackDoes() {
        // Given
        SlackView form = form();
        door.link(TwinSettings.APPROVER, SlackDoor.APPROVER);
        door.twin.faults().loseAnswer("users.info", 1);
        // When
        AppAnswer answer =
                engineer.form(form)
                        .composeSuggest("role", "hidden")
                        .bend(p -> ((ObjectNode) p.path("user")).put("id", TwinSettings.APPROVER))
                        .send();
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(3));
        door.twin.faults().clear();
    }
}
