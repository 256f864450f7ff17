package org.consoleme.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.identity.SlackKey;
import org.consoleme.requests.AskedChange;
import org.consoleme.requests.RequestDraft;
import org.consoleme.requests.RequestState;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;
import org.consoleme.slacktwin.Actor;
import org.consoleme.slacktwin.TwinSettings;
import org.consoleme.slacktwin.workspace.Channel;
import org.consoleme.slacktwin.workspace.SlackUser;
import org.consoleme.slacktwin.workspace.SlackView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may decide is read at the click, and never from what Slack shows of them. */
class WhoClickedTest {
    private static final String OTHER = "U0OTHER001";

    private final AskedDoor asked = new AskedDoor();
    private final SlackDoor door = asked.door;

    @AfterEach
    void close() {
        asked.close();
    }

    /** Somebody in the approvals channel, linked if there is a user. */
    private Actor there(SlackUser person, String user) {
        door.twin.workspace().people().put(person);
        Channel channel =
                door.twin.workspace().channels().find(TwinSettings.APPROVALS).orElseThrow();
        door.twin.workspace().channels().put(channel.joinedBy(person.id()));
        if (!user.isEmpty()) {
            door.link(person.id(), user);
        }
        return door.twin.actAs(person.id()).in(TwinSettings.APPROVALS);
    }

    private static SlackUser person(String name, String mail) {
        return SlackUser.person(OTHER, TwinSettings.TEAM, name, mail);
    }

    @Test
    void slackT20_theRequesterCannotApproveTheirOwn() {
        door.directory.put(SlackDoor.ENGINEER, Set.of("developers", "approvers"));
        Actor engineer =
                there(door.twin.workspace().people().find(TwinSettings.ENGINEER).orElseThrow(), "");
        String heard =
                asked.refused(
                        "OwnRequest",
                        TwinSettings.ENGINEER,
                        engineer.composeClick(asked.card, "Approve"));
        assertThat(heard).contains("somebody else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engineer@example.com",
                "Engineer@Example.COM",
                "engineer+slack@example.com",
                "engineer@example\uFF0Ecom"
            })
    void slackT20_norTheSamePersonUnderAnotherSlackUserOrSpelling(String user) {
        door.directory.put(new UserId(user).key(), Set.of("approvers"));
        Actor second = there(person("Eva Two", "eva@example.com"), user);
        asked.refused("OwnRequest", OTHER, second.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT20_norTheOneWhomItIsFor() {
        // Given
        asked.request =
                door.core
                        .open
                        .handle(
                                door.callerOf(SlackDoor.ENGINEER),
                                new RequestDraft(
                                        List.of(
                                                new AskedChange.Role(
                                                        RoleArn.parse(
                                                                "arn:aws:iam::200000000002:role/hidden"),
                                                        Duration.ofHours(1))),
                                        Optional.of(new UserId(SlackDoor.APPROVER)),
                                        "for my colleague",
                                        false,
                                        Optional.empty(),
                                        false))
                        .request();
        door.deliver();
        asked.card =
                door.twin.awaitMessage(
                        m -> m.blocks().toString().contains("for my colleague"), SlackDoor.SOON);
        // When, Then
        asked.refused(
                "OwnRequest",
                TwinSettings.APPROVER,
                asked.approver.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT21_aNameThatIsTheApproversIsNobodysRight() {
        Actor spoofer = there(person("Arno Approver", "x@example.com"), "mallory@example.com");
        door.directory.put("mallory@example.com", Set.of());
        asked.refused("NotApprover", OTHER, spoofer.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT22_anAddressThatIsTheApproversIsNobodysRight() {
        Actor spoofer = there(person("Mallory", SlackDoor.APPROVER), "");
        String heard =
                asked.refused(
                        "Unauthenticated", OTHER, spoofer.composeClick(asked.card, "Approve"));
        assertThat(heard).contains("I don't know you yet");
    }

    @Test
    void slackT22_norOneThatChangesAfterTheyWereSeen() {
        // Given
        Actor mallory = there(person("Mallory", "m@example.com"), "mallory@example.com");
        door.directory.put("mallory@example.com", Set.of());
        asked.refused("NotApprover", OTHER, mallory.composeClick(asked.card, "Approve"));
        // When, Then
        door.twin.workspace().people().put(person("Mallory", SlackDoor.APPROVER));
        asked.refused("NotApprover", OTHER, mallory.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT24_whomSlackDeactivatedIsRefusedAtOnce() {
        // Given
        SlackView modal = asked.clicked("Approve");
        SlackUser approver =
                door.twin.workspace().people().find(TwinSettings.APPROVER).orElseThrow();
        door.twin.workspace().people().put(approver.with(SlackUser.Flag.DELETED));
        // When, Then
        asked.refused(
                "NotAMember",
                TwinSettings.APPROVER,
                asked.approver.composeSubmit(modal, Map.of("reason", "ok")));
    }

    @Test
    void slackT24_whomTheDirectoryNoLongerKnowsIsRefusedAtOnce() {
        door.directory.remove(SlackDoor.APPROVER);
        asked.refused(
                "Unauthenticated",
                TwinSettings.APPROVER,
                asked.approver.composeClick(asked.card, "Approve"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.Flag.class,
            names = {"RESTRICTED", "ULTRA_RESTRICTED"})
    void slackT25_aGuestIsRefused(SlackUser.Flag flag) {
        Actor guest = there(person("Guest", "g@example.com").with(flag), SlackDoor.ADMIN);
        asked.refused("NotAMember", OTHER, guest.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT26_aStrangerIsRefused() {
        Actor stranger =
                there(
                        person("Stranger", "s@example.com").with(SlackUser.Flag.STRANGER),
                        SlackDoor.ADMIN);
        asked.refused("NotAMember", OTHER, stranger.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT26_anotherWorkspacesMemberIsRefusedWithoutAnyFlag() {
        Actor foreign =
                there(
                        person("Foreign", "f@example.com").of("T0FOREIGN1", Optional.empty()),
                        SlackDoor.ADMIN);
        asked.refused("NotAMember", OTHER, foreign.composeClick(asked.card, "Approve"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SlackUser.Flag.class,
            names = {"BOT", "WORKFLOW_BOT"})
    void slackT27_aBotIsRefused(SlackUser.Flag flag) {
        Actor bot = there(person("Bot", "b@example.com").with(flag), SlackDoor.ADMIN);
        asked.refused("NotAMember", OTHER, bot.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT28_aSlackUserIsNeverTwoPeople() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> door.link(TwinSettings.APPROVER, SlackDoor.ADMIN));
        assertThat(refused.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(door.links.personOf(new SlackKey(TwinSettings.TEAM, TwinSettings.APPROVER)))
                .contains(new UserId(SlackDoor.APPROVER));
    }

    @Test
    void slackT29_beingInTheChannelIsNoRight() {
        Actor outsider = there(person("Outsider", "o@example.com"), "outsider@example.com");
        door.directory.put("outsider@example.com", Set.of("developers"));
        asked.refused("NotApprover", OTHER, outsider.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT30_aRightThatWasLostBeforeTheClickIsGone() {
        door.directory.put(SlackDoor.APPROVER, Set.of());
        asked.refused(
                "NotApprover",
                TwinSettings.APPROVER,
                asked.approver.composeClick(asked.card, "Approve"));
    }

    @Test
    void slackT30_soIsOneThatWasLostWhileTheModalWasOpen() {
        // Given
        SlackView modal = asked.clicked("Approve");
        door.directory.put(SlackDoor.APPROVER, Set.of());
        // When, Then
        asked.refused(
                "NotApprover",
                TwinSettings.APPROVER,
                asked.approver.composeSubmit(modal, Map.of()));
    }

    @Test
    void slackT31_denyingNeedsTheSameRight() {
        Actor outsider = there(person("Outsider", "o@example.com"), "outsider@example.com");
        door.directory.put("outsider@example.com", Set.of());
        asked.refused("NotApprover", OTHER, outsider.composeClick(asked.card, "Deny"));
        assertThat(asked.now().state()).isInstanceOf(RequestState.Pending.class);
    }
}
