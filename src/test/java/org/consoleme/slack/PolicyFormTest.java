package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.PolicyDoor.READER;
import static org.consoleme.slack.PolicyDoor.READS;

import java.util.List;
import java.util.Map;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in which an engineer writes a policy, or names the one that is to go. */
class PolicyFormTest {
    private final PolicyDoor policy = new PolicyDoor();
    private final SlackDoor door = policy.door;
    private final Actor engineer = policy.engineer;
    private final Actor admin = policy.admin;

    @AfterEach
    void close() {
        policy.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"Version\":\"2012-10-17\",\"Version\":\"2012-10-17\"}"})
    void aDocumentThatIsNoneStandsUnderItsField(String document) {
        AppAnswer answer =
                engineer.composeSubmit(
                                policy.form(),
                                Map.of("policy_name", "logs", "document", document, "why", "x"))
                        .send();
        assertThat(answer.body()).contains("\"errors\"", "\"document\"");
        assertThat(door.audit.events()).isEmpty();
    }

    @Test
    void aPolicyIsRemovedByItsName() {
        // Given
        door.core.policies.has(READER, "old", PolicyDocument.parse(READS));
        engineer.submit(
                policy.form(),
                Map.of("deed", "Remove the policy of that name", "policy_name", "old", "why", "x"));
        assertThat(door.twin.draw(door.answer())).contains("to remove the policy old");
        door.deliver();
        // When
        admin.submit(policy.clicked(door.card(), "Approve"), Map.of());
        door.answerTo(TwinSettings.ADMIN);
        door.deliver();
        // Then
        assertThat(door.core.policies.calls())
                .isEqualTo(List.of("delete billing-reader old for engineer@example.com"));
    }
}
