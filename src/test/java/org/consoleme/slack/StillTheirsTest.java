package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.workspace.Message;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever ends a grant is not told that no keys are issued where they are. */
class StillTheirsTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private String heard() {
        return door.twin.draw(door.answer());
    }

    /** The engineer has the role {@code hidden} for so long, from now on. */
    private Grant granted(String length) {
        engineer.type("/consoleme request role hidden for " + length + " because INC-4711");
        door.answer();
        ChangeRequest request = door.core.latest();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
        return live().stream()
                .filter(grant -> grant.request().equals(request.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Grant> live() {
        return door.core.known.of(door.callerOf(SlackDoor.ENGINEER).user());
    }

    @Test
    void whoReturnsTheirOnlyGrantGetsNoMoreKeys() {
        Grant only = granted("2h");
        engineer.type("/consoleme return " + only.id());
        assertThat(heard())
                .contains("no new ones are issued")
                .doesNotContain("still yours", "Return all");
    }

    @Test
    void whoExtendedHearsOfTheOtherGrantAndCanReturnItToo() {
        // Given
        Grant first = granted("2h");
        granted("8h");
        // When
        engineer.type("/consoleme return " + first.id());
        // Then
        Message answer = door.answer();
        assertThat(door.twin.draw(answer))
                .contains("It is still yours, and new keys are issued: by another grant until")
                .doesNotContain("no new ones");
        engineer.click(answer, "Return all");
        assertThat(heard()).contains("no new ones are issued");
        assertThat(live()).isEmpty();
    }

    @Test
    void whoHasTheRoleByAGroupHearsThat() {
        // Given
        Grant grant = granted("2h");
        door.directory.put(SlackDoor.ENGINEER, Set.of("developers", "security"));
        // When
        engineer.type("/consoleme return " + grant.id());
        // Then
        assertThat(heard()).contains("new keys are issued: by the group “security”.");
    }

    @Test
    void whoRevokesHearsOfTheOthersOtherGrant() {
        try (AskedDoor asked = new AskedDoor(door)) {
            // Given
            asked.submitted(asked.clicked("Approve"), Map.of("reason", "ok"));
            door.deliver();
            asked.request = asked.now();
            asked.card = door.card();
            Grant other = granted("8h");
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
            assertThat(live()).containsExactly(other);
        }
    }
}
