package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.SlackView;
import org.consoleme.testing.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T-62: a role whose name looks like another's is flagged to those who decide. */
class LookAlikeRoleTest {
    private final SlackDoor door = new SlackDoor();

    @AfterEach
    void close() {
        door.close();
    }

    private AskedDoor askedBeside(String other) {
        door.publish(
                "200000000002",
                Roles.role("arn:aws:iam::200000000002:role/hidden", Set.of("security"), Set.of()),
                Roles.role("arn:aws:iam::200000000002:role/" + other, Set.of("ops"), Set.of()));
        return new AskedDoor(door);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h1dden", "hldden"})
    void slackT62_aRoleThatLooksLikeAnotherIsFlaggedOnTheCardAndInTheModal(String other) {
        // Given
        AskedDoor asked = askedBeside(other);
        // When
        SlackView modal = asked.clicked("Approve");
        // Then
        assertThat(door.twin.draw(asked.card)).contains("⚠ Risk", "looks like", "another role");
        assertThat(door.twin.draw(modal)).contains("⚠ Risk", "looks like");
        assertThat(asked.now()).isEqualTo(asked.request);
        assertThat(door.twin.outbound().to("chat.postMessage"))
                .allSatisfy(call -> assertThat(call.error()).isEmpty());
    }

    @Test
    void slackT62_aRoleThatLooksLikeNoOtherIsNot() {
        AskedDoor asked = askedBeside("billing");
        assertThat(door.twin.draw(asked.card)).doesNotContain("⚠ Risk");
        assertThat(asked.card.channel()).isEqualTo(TwinSettings.APPROVALS);
    }
}
