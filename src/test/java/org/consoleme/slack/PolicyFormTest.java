package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.command.AppAnswer;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form in which an engineer writes a policy, or names the one that is to go. */
class PolicyFormTest {
    private static final RoleArn READER = RoleArn.parse(SlackDoor.READER);
    private static final String READS =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                    + " \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::acme-logs/*\"}]}";

    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();
    private final Actor admin = admin();

    @AfterEach
    void close() {
        door.close();
    }

    private Actor admin() {
        door.link(TwinSettings.ADMIN, SlackDoor.ADMIN);
        return door.twin.actAs(TwinSettings.ADMIN).in(TwinSettings.APPROVALS);
    }

    private SlackView form() {
        engineer.type("/consoleme request policy billing-reader in billing-prod");
        return door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON);
    }

    private SlackView clicked(Message card, String label) {
        admin.click(card, label);
        return door.twin.awaitModal(TwinSettings.ADMIN, SlackDoor.SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"Version\":\"2012-10-17\",\"Version\":\"2012-10-17\"}"})
    void aDocumentThatIsNoneStandsUnderItsField(String document) {
        AppAnswer answer =
                engineer.composeSubmit(
                                form(),
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
                form(),
                Map.of("deed", "Remove the policy of that name", "policy_name", "old", "why", "x"));
        assertThat(door.twin.draw(door.answer())).contains("to remove the policy old");
        door.deliver();
        // When
        admin.submit(clicked(door.card(), "Approve"), Map.of());
        door.answerTo(TwinSettings.ADMIN);
        door.deliver();
        // Then
        assertThat(door.core.policies.calls())
                .isEqualTo(List.of("delete billing-reader old for engineer@example.com"));
    }
}
