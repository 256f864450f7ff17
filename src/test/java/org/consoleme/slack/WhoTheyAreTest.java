package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consoleme.slack.OtherPerson.OTHER;
import static org.consoleme.slack.OtherPerson.person;
import static org.consoleme.slack.OtherPerson.there;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.SlackKey;
import org.consoleme.requests.RequestState;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.http.OutboundCall;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.UserGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who somebody is, is neither what their profile says nor what Slack's groups and channels do. */
class WhoTheyAreTest {
    private AskedDoor asked;
    private SlackDoor door;

    private void ask(SlackDoor other) {
        asked = new AskedDoor(other);
        door = asked.door;
    }

    @AfterEach
    void close() {
        asked.close();
    }

    private int calls(String method) {
        return door.twin.outbound().to(method).size();
    }

    @Test
    void slackT22_whatWasKnownOfSomebodyIsForgottenWhenSlackSaysTheyChanged() {
        // Given: the profile is remembered
        ask(new SlackDoor());
        asked.engineer.type("/consoleme whoami");
        door.answer();
        int asks = calls("users.info");
        asked.engineer.type("/consoleme whoami");
        door.answer();
        assertThat(calls("users.info")).isEqualTo(asks);
        // When
        SlackUser engineer =
                door.twin.workspace().people().find(TwinSettings.ENGINEER).orElseThrow();
        door.twin.happens().changed(engineer.with(SlackUser.Flag.RESTRICTED));
        door.node.threads.await();
        asked.engineer.type("/consoleme mine");
        // Then
        assertThat(asked.heard(TwinSettings.ENGINEER)).startsWith("Only full members");
        assertThat(calls("users.info")).isEqualTo(asks + 1);
        asked.denied("NotAMember");
        assertThat(asked.now()).isEqualTo(asked.request);
    }

    @Test
    void slackT22_theOtherNodesForgetToo() {
        ask(new SlackDoor());
        try (SlackNode second = door.anotherNode()) {
            // Given
            door.twin.sendCommandsTo(second.url());
            asked.engineer.type("/consoleme whoami");
            door.answer();
            // When: the event comes to the first node
            door.twin.sendCommandsTo(door.node.url());
            SlackUser engineer =
                    door.twin.workspace().people().find(TwinSettings.ENGINEER).orElseThrow();
            door.twin.happens().changed(engineer.with(SlackUser.Flag.DELETED));
            door.node.threads.await();
            // Then
            door.twin.sendCommandsTo(second.url());
            asked.engineer.type("/consoleme whoami");
            assertThat(asked.heard(TwinSettings.ENGINEER)).startsWith("Only full members");
        }
    }

    @Test
    void slackT22_anUnconfirmedAddressThatBecomesTheApproversIsNobodysRight() {
        ask(new SlackDoor());
        Actor mallory = there(door, person("Mallory", "m@example.com"));
        door.twin
                .happens()
                .changed(
                        person("Mallory", SlackDoor.APPROVER)
                                .with(SlackUser.Flag.EMAIL_UNCONFIRMED));
        String heard =
                asked.refused(
                        "Unauthenticated", OTHER, mallory.composeClick(asked.card, "Approve"));
        assertThat(heard).contains("I don't know you yet");
        assertThat(calls("users.lookupByEmail")).isZero();
    }

    @Test
    void slackT22_theLinkBySlackIdOutlivesTheChange() {
        ask(new SlackDoor());
        SlackUser approver =
                door.twin.workspace().people().find(TwinSettings.APPROVER).orElseThrow();
        door.twin.happens().changed(approver.withEmail(Optional.of("married@example.com")));
        asked.submitted(asked.clicked("Approve"), Map.of());
        assertThat(asked.now().state()).isInstanceOf(RequestState.Approved.class);
    }

    @Test
    void slackT23_aFieldOfTheProfileThatNamesTheApproverIsIgnored() {
        ask(new SlackDoor());
        SlackUser spoofer =
                person("Sam", "s@example.com")
                        .withField("Xf0EMAIL01", SlackDoor.APPROVER)
                        .withField("Xf0LOGIN01", "approver");
        Actor sam = there(door, spoofer);
        String unknown =
                asked.refused("Unauthenticated", OTHER, sam.composeClick(asked.card, "Approve"));
        assertThat(unknown).contains("I don't know you yet");
        assertThat(door.links.personOf(new SlackKey(TwinSettings.TEAM, OTHER))).isEmpty();
    }

    @Test
    void slackT23_norDoesItMakeALinkedPersonAnother() {
        ask(new SlackDoor());
        door.directory.put("sam@example.com", Set.of("developers"));
        door.link(OTHER, "sam@example.com");
        Actor sam =
                there(door, person("Sam", "sam@example.com").withField("Xf0", SlackDoor.APPROVER));
        asked.refused("NotApprover", OTHER, sam.composeClick(asked.card, "Approve"));
        assertThat(door.audit.events().getFirst().origin().actor()).isEqualTo("sam@example.com");
        sam.type("/consoleme whoami");
        assertThat(asked.heard(OTHER)).startsWith("You are sam@example.com.");
    }

    @Test
    void slackT29_aUserGroupThatSomebodyEditedInSlackIsNobodysRight() {
        // Given
        ask(new SlackDoor());
        door.directory.put("outsider@example.com", Set.of("developers"));
        door.link(OTHER, "outsider@example.com");
        Actor outsider = there(door, person("Outsider", "o@example.com"));
        door.twin
                .workspace()
                .groups()
                .put(new UserGroup("S0APPROVE1", "approvers", "Approvers", List.of(OTHER)));
        // When, Then
        asked.refused("NotApprover", OTHER, outsider.composeClick(asked.card, "Approve"));
        assertThat(door.twin.outbound().all())
                .extracting(OutboundCall::method)
                .noneMatch(method -> method.startsWith("usergroups."))
                .doesNotContain("conversations.members");
    }
}
