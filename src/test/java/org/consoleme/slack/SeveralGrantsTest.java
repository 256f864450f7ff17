package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.consoleme.access.Grant;
import org.consoleme.requests.Change;
import org.consoleme.shared.RoleArn;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code return} and {@code extend} by a role's name, for somebody who extended once. */
class SeveralGrantsTest {
    private final GrantedDoor granted = new GrantedDoor();
    private final SlackDoor door = granted.door;
    private final Actor engineer = granted.engineer;

    @AfterEach
    void close() {
        granted.close();
    }

    @Test
    void returnByNameEndsAllGrantsOfTheRole() {
        // Given
        granted.granted("hidden for 2h");
        granted.granted("hidden for 8h");
        granted.granted("billing-reader in billing-test for 8h");
        // When
        engineer.type("/consoleme return hidden");
        // Then
        assertThat(granted.heard())
                .contains("Returned: hidden, 2 grants.", "no new ones are issued");
        assertThat(granted.live())
                .extracting(grant -> grant.role().name())
                .containsOnly("billing-reader");
    }

    @Test
    void extendByNameMeansTheOneThatEndsLast() {
        // Given
        granted.granted("hidden for 2h");
        granted.granted("hidden for 8h");
        // When
        engineer.type("/consoleme extend hidden 1h because not done");
        // Then
        assertThat(granted.heard()).contains("Asked: you ask for hidden");
    }

    @Test
    void rolesOfOneNameInTwoAccountsAreOffered() {
        // Given
        granted.granted("billing-reader in billing-prod for 2h");
        granted.granted("billing-reader in billing-test for 2h");
        // When
        engineer.type("/consoleme return billing-reader");
        // Then
        Message choice = door.answer();
        assertThat(door.twin.draw(choice)).contains("billing-prod", "billing-test");
        assertThat(granted.live()).hasSize(2);
        // When
        engineer.click(choice, "Return early");
        // Then
        assertThat(granted.heard()).startsWith("Returned: billing-reader.");
        assertThat(granted.live()).hasSize(1);
    }

    @Test
    void anOfferedRoleIsExtendedWithWhatWasTyped() {
        // Given
        granted.granted("billing-reader in billing-prod for 2h");
        granted.granted("billing-reader in billing-test for 2h");
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
        granted.granted("hidden for 2h");
        granted.granted("hidden for 8h");
        Grant first = granted.live().getFirst();
        door.core.grants.failsToReplace(first.id());
        // When
        engineer.type("/consoleme return hidden");
        // Then
        assertThat(granted.heard())
                .contains(
                        "Returned: hidden.",
                        "It is still yours",
                        "One was not returned: DynamoDB does not answer just now.");
        assertThat(granted.live()).containsExactly(first);
    }

    @Test
    void theButtonOfAGrantThatEndedSaysThatItDid() {
        // Given
        granted.granted("hidden for 2h");
        Message told =
                door.twin.awaitMessage(
                        m -> door.twin.draw(m).contains("[Return early]"), SlackDoor.SOON);
        door.clock.advance(Duration.ofHours(3));
        // When
        engineer.click(told, "Return early");
        // Then
        assertThat(granted.heard()).contains("It ended at its time.");
    }

    @Test
    void aGrantThatEndedCanBeAskedForAgainByItsId() {
        // Given
        granted.granted("hidden for 2h");
        Grant over = granted.live().getFirst();
        door.clock.advance(Duration.ofHours(3));
        // When
        engineer.type("/consoleme extend " + over.id() + " 1h because again");
        // Then
        assertThat(granted.heard()).contains("Asked: you ask for hidden");
        assertThat(door.core.latest().changes().getFirst().change())
                .isEqualTo(
                        new Change.RoleForATime(
                                RoleArn.parse("arn:aws:iam::200000000002:role/hidden"),
                                Duration.ofHours(1)));
    }
}
