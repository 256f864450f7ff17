package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.SignedSender.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was signed comes in only from our own organization or workspace. */
class OtherTenantsTest {
    private final SignedSender sender = new SignedSender();

    @AfterEach
    void close() {
        sender.close();
    }

    @ParameterizedTest
    @CsvSource({"enterprise_id,E0OTHER", "api_app_id,A0OTHER"})
    void slackT08_aCommandOfAnotherTenantChangesNothing(String field, String other) {
        assertThat(status(sender.engineer.compose("/consoleme whoami").field(field, other)))
                .isEqualTo(403);
        sender.refusedAs("WrongTenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprise_id", "api_app_id"})
    void slackT08_aCommandThatDoesNotSayItsTenantChangesNothing(String field) {
        assertThat(status(sender.engineer.compose("/consoleme whoami").without(field)))
                .isEqualTo(403);
        sender.refusedAs("WrongTenant");
    }

    @ParameterizedTest
    @CsvSource({"enterprise,E0OTHER", "enterprise,", "api_app_id,A0OTHER"})
    void slackT08_aClickOfAnotherTenantChangesNothing(String field, String other) {
        // Given
        ObjectNode payload = sender.payload();
        if (field.equals("enterprise")) {
            payload.putObject("enterprise").put("id", other);
        } else {
            payload.put(field, other);
        }
        // When, Then
        assertThat(status(sender.click(payload))).isEqualTo(403);
        sender.refusedAs("WrongTenant");
    }

    @Test
    void slackT08_anotherWorkspaceIsRefusedWhereThereIsNoOrganisation() {
        try (SlackDoor small = new SlackDoor()) {
            Actor member = small.engineer();
            assertThat(status(member.compose("/consoleme").field("team_id", "T0OTHER")))
                    .isEqualTo(403);
            assertThat(status(member.compose("/consoleme").without("team_id"))).isEqualTo(403);
            assertThat(small.refusals(2)).containsExactly("WrongTenant", "WrongTenant");
            assertThat(small.answers()).isZero();
        }
    }

    @Test
    void aMemberOfTheOrganisationIsKnownInAllItsWorkspaces() {
        // When
        sender.engineer.compose("/consoleme whoami").field("team_id", TwinSettings.TEAM).send();
        // Then
        assertThat(sender.door.twin.draw(sender.door.answer()))
                .startsWith("You are engineer@example.com.");
    }
}
