package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.RequestState;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody who has a role for a time types, and what they hear. */
class GrantCommandsTest {
    private final GrantedDoor granted = new GrantedDoor();
    private final SlackDoor door = granted.door;
    private final Actor engineer = granted.engineer;

    @AfterEach
    void close() {
        granted.close();
    }

    @Test
    void mineShowsGrantsAndRequests() {
        // Given
        granted.granted("hidden for 2h");
        // When
        engineer.type("/consoleme mine");
        // Then
        assertThat(granted.heard())
                .contains("hidden in billing-prod until", "[Return early]", "[Extend]", "Applied");
    }

    @Test
    void aRoleIsGivenBackByItsName() {
        // Given
        granted.granted("hidden for 2h");
        // When
        engineer.type("/consoleme return hidden");
        // Then
        assertThat(granted.heard()).contains("Returned", "work until");
        assertThat(door.core.ownGrants.handle(door.callerOf(SlackDoor.ENGINEER)).live()).isEmpty();
        door.deliver();
        door.twin.awaitMessage(
                m -> door.twin.draw(m).contains("✔ Applied, returned"), SlackDoor.SOON);
    }

    @Test
    void slackT31_somebodyElsesGrantIsNotThere() {
        // Given
        Grant grant = granted.granted("hidden for 2h");
        Actor approver = door.approver();
        door.audit.clear();
        // When
        approver.type("/consoleme return " + grant.id());
        // Then
        assertThat(door.twin.draw(door.answerTo(TwinSettings.APPROVER)))
                .startsWith("That is not available here.");
        assertThat(door.core.grants.find(grant.id())).contains(grant);
    }

    @Test
    void moreTimeIsANewRequest() {
        // Given
        Grant grant = granted.granted("hidden for 2h");
        door.clock.advance(Duration.ofMinutes(1));
        // When
        engineer.type("/consoleme extend " + grant.id() + " 1h because not done");
        // Then
        assertThat(granted.heard()).contains("Asked: you ask for hidden");
        ChangeRequest request = door.core.latest();
        assertThat(request.state()).isInstanceOf(RequestState.Pending.class);
        assertThat(request.changes().getFirst().change())
                .isEqualTo(new Change.RoleForATime(grant.role(), Duration.ofHours(1)));
    }

    @Test
    void slackT50_overlappingGrantsEndAtTheirUnion() {
        // Given
        granted.granted("hidden for 2h");
        door.clock.advance(Duration.ofMinutes(1));
        engineer.type("/consoleme extend hidden 8h because long night");
        door.answer();
        Actor approver = door.approver();
        approver.type("/consoleme inbox");
        approver.click(door.answerTo(TwinSettings.APPROVER), "Show card");
        door.answerTo(TwinSettings.APPROVER);
        ChangeRequest second = door.core.latest();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                second.id(),
                new ReviewCommand.Approve(second.hash(), Set.of(), Optional.empty()));
        door.deliver();
        // When
        door.clock.advance(Duration.ofHours(3));
        // Then
        engineer.type("/consoleme creds hidden");
        assertThat(granted.heard()).contains("hidden in billing-prod");
        door.clock.advance(Duration.ofHours(6));
        engineer.type("/consoleme creds hidden");
        assertThat(granted.heard()).contains("Nothing of yours matches");
    }
}
