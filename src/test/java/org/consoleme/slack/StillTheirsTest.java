package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever ends a grant is not told that no keys are issued where they are. */
class StillTheirsTest {
    private final GrantedDoor granted = new GrantedDoor();
    private final SlackDoor door = granted.door;
    private final Actor engineer = granted.engineer;

    @AfterEach
    void close() {
        granted.close();
    }

    @Test
    void whoReturnsTheirOnlyGrantGetsNoMoreKeys() {
        Grant only = granted.granted("hidden for 2h");
        engineer.type("/consoleme return " + only.id());
        assertThat(granted.heard())
                .contains("no new ones are issued")
                .doesNotContain("still yours", "Return all");
    }

    @Test
    void whoExtendedHearsOfTheOtherGrantAndCanReturnItToo() {
        // Given
        Grant first = granted.granted("hidden for 2h");
        granted.granted("hidden for 8h");
        // When
        engineer.type("/consoleme return " + first.id());
        // Then
        Message answer = door.answer();
        assertThat(door.twin.draw(answer))
                .contains("It is still yours, and new keys are issued: by another grant until")
                .doesNotContain("no new ones");
        engineer.click(answer, "Return all");
        assertThat(granted.heard()).contains("no new ones are issued");
        assertThat(granted.live()).isEmpty();
    }

    @Test
    void whoHasTheRoleByAGroupHearsThat() {
        // Given
        Grant grant = granted.granted("hidden for 2h");
        door.directory.put(SlackDoor.ENGINEER, Set.of("developers", "security"));
        // When
        engineer.type("/consoleme return " + grant.id());
        // Then
        assertThat(granted.heard()).contains("new keys are issued: by the group “security”.");
    }

    @Test
    void whoRevokesHearsOfTheOthersOtherGrant() {
        try (AskedDoor asked = new AskedDoor(door)) {
            // Given
            asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
            door.deliver();
            asked.request = asked.now();
            asked.card = door.card();
            Grant other = granted.granted("hidden for 8h");
            SlackView modal = asked.clicked("Revoke");
            // When
            String heard = asked.submitted(modal, Map.of("reason", "incident 7"));
            // Then
            assertThat(heard)
                    .contains(
                            "engineer@example.com still has the role, and new keys are issued: by"
                                    + " another grant until",
                            "[Open the other grant]")
                    .doesNotContain("no new ones");
            assertThat(granted.live()).containsExactly(other);
        }
    }
}
