package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consoleme.access.Grant;
import org.consoleme.requests.Change;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.ReviewCommand;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code return} and {@code extend} by a role's name, for somebody who extended once. */
class SeveralGrantsTest {
    private final SlackDoor door = new SlackDoor();
    private final Actor engineer = door.engineer();

    @AfterEach
    void close() {
        door.close();
    }

    private String heard() {
        return door.twin.draw(door.answer());
    }

    /** The engineer has what they asked for, from now on. */
    private void granted(String what) {
        engineer.type("/consoleme request role " + what + " because INC-4711");
        door.answer();
        ChangeRequest request = door.core.latest();
        door.core.review.handle(
                door.callerOf(SlackDoor.APPROVER),
                request.id(),
                new ReviewCommand.Approve(request.hash(), Set.of(), Optional.empty()));
        door.deliver();
        door.clock.advance(Duration.ofMinutes(1));
    }

    private List<Grant> live() {
        return door.core.known.of(door.callerOf(SlackDoor.ENGINEER).user());
    }

    @Test
    void returnByNameEndsAllGrantsOfTheRole() {
        // Given
        granted("hidden for 2h");
        granted("hidden for 8h");
        granted("billing-reader in billing-test for 8h");
        // When
        engineer.type("/consoleme return hidden");
        // Then
        assertThat(heard()).contains("Returned: hidden, 2 grants.", "no new ones are issued");
        assertThat(live()).extracting(grant -> grant.role().name()).containsOnly("billing-reader");
    }

    @Test
    void extendByNameMeansTheOneThatEndsLast() {
        // Given
        granted("hidden for 2h");
        granted("hidden for 8h");
        // When
        engineer.type("/consoleme extend hidden 1h because not done");
        // Then
        assertThat(heard()).contains("Asked: you ask for hidden");
    }

    @Test
    void rolesOfOneNameInTwoAccountsAreOffered() {
        // Given
        granted("billing-reader in billing-prod for 2h");
        granted("billing-reader in billing-test for 2h");
        // When
        engineer.type("/consoleme return billing-reader");
        // Then
        Message choice = door.answer();
        assertThat(door.twin.draw(choice)).contains("billing-prod", "billing-test");
        assertThat(live()).hasSize(2);
        // When
        engineer.click(choice, "Return early");
        // Then
        assertThat(heard()).startsWith("Returned: billing-reader.");
        assertThat(live()).hasSize(1);
    }

    @Test
    void anOfferedRoleIsExtendedWithWhatWasTyped() {
        // Given
        granted("billing-reader in billing-prod for 2h");
        granted("billing-reader in billing-test for 2h");
        engineer.type("/consoleme extend billing-reader 4h because not done");
        // When
        engineer.click(door.answer(), "Extend");
        // Then
        assertThat(door.twin.draw(door.twin.awaitModal(TwinSettings.ENGINEER, SlackDoor.SOON)))
                .contains("billing-reader", "not done");
    }

    @Test
    void whatCouldNotBeReturnedIsSaidBesideWhatWas() {
        // Given
        granted("hidden for 2h");
        granted("hidden for 8h");
        Grant first = live().getFirst();
        door.core.grants.failsToReplace(first.id());
        // When
        engineer.type("/consoleme return hidden");
        // Then
        assertThat(heard())
                .contains(
                        "Returned: hidden.",
                        "It is still yours",
                        "One was not returned: DynamoDB does not answer just now.");
        assertThat(live()).containsExactly(first);
    }

    @Test
    void theButtonOfAGrantThatEndedSaysThatItDid() {
        // Given
        granted("hidden for 2h");
        Message told =
                door.twin.awaitMessage(
                        m -> door.twin.draw(m).contains("[Return early]"), SlackDoor.SOON);
        door.clock.advance(Duration.ofHours(3));
        // When
        engineer.click(told, "Return early");
        // Then
        assertThat(heard()).contains("It ended at its time.");
    }

    @Test
    void aGrantThatEndedCanBeAskedForAgainByItsId() {
        // Given
        granted("hidden for 2h");
        Grant over = live().getFirst();
        door.clock.advance(Duration.ofHours(3));
        // When
        engineer.type("/consoleme extend " + over.id() + " 1h because again");
        // Then
        assertThat(heard()).contains("Asked: you ask for hidden");
        assertThat(door.core.latest().changes().getFirst().change())
                .isEqualTo(
                        new Change.RoleForATime(
                                RoleArn.parse("arn:aws:iam::200000000002:role/hidden"),
                                Duration.ofHours(1)));
    }
}
